"""Trains the block classifier of the reader, and scores it out of fold.

    python tests/training/train_reader.py --check             # out-of-fold figures, nothing written
    python tests/training/train_reader.py --write             # new a11ynews/read/choice/weights.json

The corpora are ``../shared/corpora/wcxb-dev`` (WCXB, CC BY 4.0) and ``fundus-dev`` (Fundus, MIT);
the figures are those of ``../shared/eval/score.py``. Folds are by registered domain, so that no
page is scored by weights that saw its site. The second look is trained on what the first says of pages
whose sites it did not see, in the folds as well: for each two folds there is a model that saw neither.
Needs the dependency group ``train``; about six minutes on two free cores.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import lightgbm
import numpy as np
from rapidfuzz.distance import Indel

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
sys.path[:0] = [str(ROOT), str(SHARED / "eval")]

from corpora import Page as CorpusPage  # noqa: E402 - the scorers are found by the path set above
from corpora import load_corpus  # noqa: E402
from extractors import Extraction, from_article  # noqa: E402
from metrics import score_page  # noqa: E402
from score import PageResult, format_table, summary_of  # noqa: E402

from a11ynews.read.choice import trees  # noqa: E402
from a11ynews.read.choice.choose import title_of  # noqa: E402
from a11ynews.read.choice.columns import NAMES, columns_of  # noqa: E402
from a11ynews.read.choice.second_look import GIVEN_UP, SECOND_NAMES, second_columns  # noqa: E402
from a11ynews.read.choice.standfirst import find_standfirst  # noqa: E402
from a11ynews.read.html import read_html  # noqa: E402
from a11ynews.read.metadata import read_metadata  # noqa: E402
from a11ynews.read.scene.features import Surroundings  # noqa: E402
from a11ynews.read.scene.flags import FLAG_NAMES  # noqa: E402
from a11ynews.read.scene.units import lay_out  # noqa: E402
from a11ynews.tree.decode import decode  # noqa: E402
from a11ynews.tree.page import Page  # noqa: E402
from a11ynews.tree.parse import parse_page  # noqa: E402

CORPORA = {"wcxb-dev": 1.0, "fundus-dev": 1.5, "structure-dev": 0.4}
"""Corpora, and how much a page of each weighs: the second has the cleanest gold, the last other engines' taste."""
STRUCTURE_SETS = ("readability", "defuddle")
FOLDS = 5
COLUMNS = [*NAMES, *(f"has:{name}" for name in FLAG_NAMES)]
KNOWN_BEFORE = ["length", "link_share", "tag", "heading_label", "up_from_core", "same_path_prose", "page_paragraphs"]
"""What the second look sees of the first one's columns."""
SECOND_COLUMNS = [*KNOWN_BEFORE, *SECOND_NAMES]
SETTINGS = {
    "objective": "cross_entropy", "num_leaves": 24, "max_depth": 5, "learning_rate": 0.12, "min_data_in_leaf": 40,
    "feature_fraction": 0.4, "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 5, "verbose": -1,
    "num_threads": 1, "seed": 1, "deterministic": True,
}  # fmt: skip
SURELY = 0.8
"""Share of a unit's words in the gold from which an excerpt takes it."""
EXCERPT_WEIGHT = 0.15
MENU_SHARE = 0.8
MENU_EACH = 6
"""Menus are all alike: of the units that are links and no story, each sixth stands for six."""
TREES = 60
SECOND_TREES = 30
STAGES = ((8, -1.0, 1.25), (16, -1.25, 1.5), (30, -1.0, 1.5), (TREES, -99.0, 99.0))
"""After how many trees a unit with which score is decided. On a held-out fold of 47,931 units the first
stage decides 74 %, of which one would have ended on the other side; the third all but 11 %."""
ONE_STAGE = ((SECOND_TREES, -99.0, 99.0),)

_WORD = re.compile(r"[぀-ヿ㐀-鿿가-힣]|[^\W_]+")


@dataclass
class Sample:
    """One page as the classifier sees it: features, targets, weights."""

    corpus: str
    page: CorpusPage
    fold: int
    features: np.ndarray[Any, Any]
    targets: np.ndarray[Any, Any]
    weights: np.ndarray[Any, Any]
    roots: tuple[int, ...] = ()


@dataclass
class Bank:
    """All samples in one data set, so that its columns are binned once."""

    samples: list[Sample]
    folds: np.ndarray[Any, Any]
    data: lightgbm.Dataset


def parsed(page: CorpusPage) -> Page:
    return parse_page(decode(page.html).text, url=page.url)


def tokens(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).lower())


def load(name: str) -> list[CorpusPage]:
    if name == "structure-dev":
        return [page for group in STRUCTURE_SETS for page in load_structure(SHARED / "corpora" / name / group)]
    return list(load_corpus(SHARED / "corpora" / name))


def load_structure(folder: Path) -> list[CorpusPage]:
    """Return pages whose gold is HTML; pages of one site (``wikipedia-2``) fall into one fold."""
    pages = []
    for place in sorted(folder.iterdir()):
        site = re.sub(r"-\d+$", "", place.name)
        markup = (place / "gold.html").read_text("utf-8")
        text = "\n".join(lay_out(parse_page(markup)).text)
        html = (place / "source.html").read_bytes()
        pages.append(CorpusPage(f"{folder.name}/{place.name}", f"https://{site}.invalid/", html, {"text": text}))
    return pages


def gold_text(page: CorpusPage) -> str:
    if "text" in page.gold:
        return str(page.gold["text"])
    if page.corpus == "wcxb":
        return page.gold.get("main_content") or ""
    body = page.gold["body"]
    sections = ("\n".join(section["headline"] + section["paragraphs"]) for section in body["sections"])
    return "\n".join([*body["summary"], *sections])


def targets(texts: Sequence[str], gold: str) -> tuple[list[float], list[int]]:
    """Return the share of each unit's words that the gold has at that place, and the number of its words.

    The longest common subsequence of page and gold, of which runs of fewer than three words count
    only if they are the whole unit.
    """
    numbers: dict[str, int] = {}
    units = [[numbers.setdefault(word, len(numbers)) for word in tokens(text)] for text in texts]
    owners = [unit for unit, words in enumerate(units) for _ in words]
    flat = [word for words in units for word in words]
    wanted = [numbers.setdefault(word, len(numbers)) for word in tokens(gold)]
    hits = [0] * len(units)
    for step in Indel.opcodes(flat, wanted) if flat and wanted else ():
        if step.tag != "equal":
            continue
        start = step.src_start
        while start < step.src_end:
            unit, stop = owners[start], start
            while stop < step.src_end and owners[stop] == unit:
                stop += 1
            if stop - start >= min(3, len(units[unit])):
                hits[unit] += stop - start
            start = stop
    return [hit / len(words) if words else 0.0 for hit, words in zip(hits, units, strict=True)], list(map(len, units))


def fold_of(url: str | None) -> int:
    parts = (urlsplit(url or "").hostname or "none").split(".")
    size = 3 if len(parts) > 2 and len(parts[-1]) == 2 and len(parts[-2]) <= 3 else 2
    return int(hashlib.md5(".".join(parts[-size:]).encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


def sample(job: tuple[str, CorpusPage]) -> list[Sample]:
    """Return a page as a sample, and after it excerpts: people also give us fragments without any furniture."""
    corpus, page = job
    tree = parsed(page)
    scene = Surroundings(tree, lay_out(tree))
    share, words = targets(scene.units.text, gold_text(page))
    for unit in standfirst_of(scene, tree, share):
        share[unit] = 1.0
    weights = np.minimum(np.array(words, dtype=float), 60) ** 0.7 + 0.3
    weights *= CORPORA[corpus] / max(weights.sum(), 1) ** 0.3
    whole = Sample(corpus, page, fold_of(page.url), matrix_of(scene, tree), np.clip(np.array(share), 0, 1), weights)
    found = [whole]
    story = [unit for unit, value in enumerate(share) if value > SURELY and words[unit] > 3]
    if len(story) > 1:
        few = story[: 2 + sum(map(ord, page.id)) % 6]
        found.append(part_of(whole, tree, [scene.units.box[unit] for unit in few], EXCERPT_WEIGHT))
        found.append(part_of(whole, tree, [scene.core], EXCERPT_WEIGHT))
    return found


def standfirst_of(scene: Surroundings, tree: Page, share: Sequence[float]) -> list[int]:
    """Return the units of the standfirst, which the reader keeps by rule: half of the gold leaves it out."""
    found = read_metadata(tree)
    headline = next((place.node for place in found.header if place.role == "headline"), None)
    story = [value > SURELY for value in share]
    return find_standfirst(scene, story, [False] * len(story), found.metadata, headline)


def matrix_of(scene: Surroundings, tree: Page) -> np.ndarray[Any, Any]:
    columns = columns_of(scene, title_of(read_metadata(tree).metadata))
    bits = [[flags >> place & 1 for flags in scene.local_flags()] for place in range(len(FLAG_NAMES))]
    return np.array([*columns, *bits], dtype=np.float32).T


def part_of(whole: Sample, tree: Page, roots: Sequence[int], weight: float) -> Sample:
    """Return some subtrees of a page as a page of their own; they keep their targets."""
    part, origin = excerpt(tree, roots)
    scene, before = Surroundings(part, lay_out(part)), lay_out(tree)
    units = [before.owner[origin[start]] for start in scene.units.start]
    return Sample(
        whole.corpus,
        whole.page,
        whole.fold,
        matrix_of(scene, part),
        whole.targets[units],
        whole.weights[units] * weight,
        tuple(roots),
    )


def excerpt(tree: Page, roots: Sequence[int]) -> tuple[Page, list[int]]:
    """Return a page of some subtrees in ``html > body``, and for each node where it comes from."""
    part = Page(tags=["html", "body"], parents=[-1, 0], ends=[0, 0], texts=["", ""], attributes=[{}, {}], url=tree.url)
    origin = [0, 0]
    last = 0
    for root in sorted(set(roots)):
        if root < last:
            continue
        last = tree.ends[root]
        shift = len(part.tags) - root
        for node in range(root, last):
            part.tags.append(tree.tags[node])
            part.texts.append(tree.texts[node])
            part.attributes.append(tree.attributes[node])
            part.parents.append(1 if node == root else tree.parents[node] + shift)
            part.ends.append(tree.ends[node] + shift)
            origin.append(node)
    part.ends[0] = part.ends[1] = len(part.tags)
    return part, origin


def bank_of(samples: Iterable[Sample]) -> Bank:
    """Return all samples as one data set, menus thinned out."""
    found = [one for one in samples if len(one.targets)]
    features = np.vstack([one.features for one in found])
    labels = np.concatenate([one.targets for one in found])
    weights = np.concatenate([one.weights for one in found])
    folds = np.concatenate([np.full(len(one.targets), one.fold) for one in found])
    is_menu = (features[:, COLUMNS.index("link_share")] > MENU_SHARE) & (labels == 0)
    rows = np.flatnonzero(~is_menu | (np.cumsum(is_menu) % MENU_EACH == 0))
    weights = np.where(is_menu, weights * MENU_EACH, weights)
    data = lightgbm.Dataset(
        features[rows], label=labels[rows], weight=weights[rows], params=SETTINGS, free_raw_data=False
    )
    return Bank(found, folds[rows], data.construct())


def train(bank: Bank, without: Iterable[int], trees_wanted: int) -> lightgbm.Booster:
    """Return a model that saw no site of some folds."""
    rows = np.flatnonzero(~np.isin(bank.folds, list(without)))
    return lightgbm.train(SETTINGS, bank.data.subset(rows), trees_wanted)


def first_looks(samples: Sequence[list[Sample]], *, folds: bool) -> dict[frozenset[int], lightgbm.Booster]:
    """Return the models of the first look by the folds they did not see: none, each, and each two if asked."""
    bank = bank_of(found for group in samples for found in group)
    wanted = [frozenset(), *(frozenset((fold,)) for fold in range(FOLDS))]
    wanted += [frozenset(pair) for pair in combinations(range(FOLDS), 2)] if folds else []
    with ThreadPoolExecutor(2) as pool:
        return dict(zip(wanted, pool.map(lambda without: train(bank, without, TREES), wanted), strict=True))


def as_read(model: lightgbm.Booster, features: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Return what the package's reader makes of rows: most are settled after a few trees."""
    settled = np.full(len(features), np.nan)
    if not len(features):
        return settled
    for stop, low, high in STAGES:
        scores = model.predict(features, num_iteration=stop, raw_score=True)
        is_last = stop == TREES
        settled = np.where(np.isnan(settled) & (scores <= low), -trees.SURE, settled)
        settled = np.where(np.isnan(settled) & (scores >= high), trees.SURE, settled)
        settled = np.where(np.isnan(settled) & is_last, scores, settled)
    return 1 / (1 + np.exp(-settled))


def opinions_of(model: lightgbm.Booster, samples: Sequence[list[Sample]]) -> list[list[np.ndarray[Any, Any]]]:
    """Return what a model makes of each sample, all asked at once."""
    found = [one for group in samples for one in group]
    likely = as_read(model, np.vstack([one.features.reshape(-1, len(COLUMNS)) for one in found]))
    parts = iter(np.split(likely, np.cumsum([len(one.features) for one in found])[:-1]))
    return [[next(parts) for _ in group] for group in samples]


def second_samples(
    job: tuple[CorpusPage, list[Sample], list[list[np.ndarray[Any, Any]]]],
) -> list[list[Sample]]:
    """Return a page's samples of the second look, one list for each opinion of the first."""
    page, group, opinions = job
    tree = parsed(page)
    views = [excerpt(tree, found.roots)[0] if found.roots else tree for found in group]
    scenes = [Surroundings(view, lay_out(view)) for view in views]
    return [
        [second_sample(found, scene, likely) for found, scene, likely in zip(group, scenes, opinion, strict=True)]
        for opinion in opinions
    ]


def second_sample(found: Sample, scene: Surroundings, likely: np.ndarray[Any, Any]) -> Sample:
    rows = np.flatnonzero(likely > GIVEN_UP)
    known = found.features[rows][:, [COLUMNS.index(name) for name in KNOWN_BEFORE]]
    more = np.array(second_columns(scene, [float(value) for value in likely]), dtype=np.float32).T
    features = np.hstack([known, more.reshape(len(rows), len(SECOND_NAMES))])
    return Sample(found.corpus, found.page, found.fold, features, found.targets[rows], found.weights[rows])


def trained(samples: Sequence[list[Sample]], *, folds: bool) -> dict[int, dict[str, Any]]:
    """Return weights by the fold whose sites they did not see; under -1 those that saw all."""
    firsts = first_looks(samples, folds=folds)
    unseen = range(FOLDS) if folds else ()
    opinions = {without: opinions_of(model, samples) for without, model in firsts.items() if without}
    jobs = []
    for place, group in enumerate(samples):
        own = group[0].fold
        asked = [frozenset((fold, own)) for fold in unseen] + [frozenset((own,))]
        jobs.append((group[0].page, group, [opinions[without][place] for without in asked]))
    with ProcessPoolExecutor(2) as pool:
        looks = list(pool.map(second_samples, jobs, chunksize=8))
    weights = {}
    for place, fold in enumerate((*unseen, -1)):
        seen = [found for look in looks for found in look[place] if found.fold != fold and len(found.targets)]
        second = lightgbm.train(SETTINGS, second_data(seen), SECOND_TREES)
        first = firsts[frozenset(() if fold < 0 else (fold,))]
        weights[fold] = {**as_weights(first, COLUMNS, STAGES), "second": as_weights(second, SECOND_COLUMNS, ONE_STAGE)}
    return weights


def second_data(samples: Sequence[Sample]) -> lightgbm.Dataset:
    return lightgbm.Dataset(
        np.vstack([found.features for found in samples]),
        label=np.concatenate([found.targets for found in samples]),
        weight=np.concatenate([found.weights for found in samples]),
    )


def as_weights(
    model: lightgbm.Booster, columns: Sequence[str], when: Sequence[tuple[int, float, float]]
) -> dict[str, Any]:
    """Return the trees as the package reads them.

    Args:
        model: The trees.
        columns: What the model's columns are called.
        when: Stages: up to which tree, and the scores at which a unit is settled then.
    """
    used: dict[str, int] = {}
    found = []
    for entry in model.dump_model()["tree_info"]:
        nodes: list[list[float]] = []
        flatten(entry["tree_structure"], nodes, used, columns)
        found.append(nodes)
    starts = [0, *(stage[0] for stage in when)]
    stages = [
        {"low": low, "high": high, "trees": found[start:stop]}
        for start, (stop, low, high) in zip(starts, when, strict=False)
    ]
    return {"names": list(used), "stages": stages}


def flatten(node: dict[str, Any], nodes: list[list[float]], used: dict[str, int], columns: Sequence[str]) -> int:
    place = len(nodes)
    nodes.append([])
    if "leaf_value" in node:
        nodes[place] = [round(node["leaf_value"], 4)]
        return place
    name = columns[node["split_feature"]]
    threshold = 0 if name.startswith("has:") else round(node["threshold"], 4)
    low, high = (flatten(node[side], nodes, used, columns) for side in ("left_child", "right_child"))
    nodes[place] = [used.setdefault(name, len(used)), threshold, low, high]
    return place


def score_fold(job: tuple[dict[str, Any], list[tuple[str, CorpusPage]], bool]) -> list[tuple[str, PageResult]]:
    """Score pages with weights that did not see their sites."""
    weights, pages, site_rules = job
    classifier = trees.classifier_from(weights)
    trees.load_classifier.cache_clear()
    results = []
    for corpus, page in pages:
        error, extraction = None, Extraction()
        try:
            extraction = from_article(read_html(parsed(page), classifier=classifier, site_rules=site_rules))
        except Exception as problem:  # noqa: BLE001 - a crash is a figure of the table
            error = repr(problem)
        results.append((corpus, PageResult(page.id, page.kind, score_page(page, extraction), 0.0, error)))
    return results


def check(
    samples: Sequence[list[Sample]], weights: dict[int, dict[str, Any]], folds: Path | None, *, site_rules: bool
) -> None:
    """Print the figures of pages read with weights that did not see their sites."""
    jobs = []
    for fold in range(FOLDS):
        pages = [
            (group[0].corpus, group[0].page) for group in samples if group[0].fold == fold and group[0].page.corpus
        ]
        jobs.append((weights[fold], pages, site_rules))
    with ProcessPoolExecutor(2) as pool:
        results = [result for fold_results in pool.map(score_fold, jobs) for result in fold_results]
    if folds:
        folds.write_text(json.dumps([weights for weights, *_ in jobs]), encoding="utf-8")
    columns = {}
    for corpus in dict.fromkeys(name for name, _ in results):
        mine = [result for name, result in results if name == corpus]
        columns[corpus] = summary_of(mine)
        for result in sorted(mine, key=lambda result: result.scores["word_f1"])[:15]:
            print(corpus, result.id, f"{result.scores['word_f1']:.3f}", result.error or "")
    print(format_table(columns))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true", help="print the out-of-fold figures")
    parser.add_argument("--write", action="store_true", help="write the weights, trained on all pages")
    parser.add_argument("--folds", type=Path, help="with --check: also write the weights of each fold here")
    parser.add_argument("--no-site-rules", action="store_true", help="with --check: read without sites/*.toml")
    arguments = parser.parse_args()
    pages = [(name, page) for name in CORPORA for page in load(name)]
    with ProcessPoolExecutor(2) as pool:
        samples = list(pool.map(sample, pages, chunksize=8))
    weights = trained(samples, folds=arguments.check)
    if arguments.write:
        target = ROOT / "a11ynews/read/choice/weights.json"
        target.write_text(json.dumps(weights[-1], separators=(",", ":")) + "\n", encoding="utf-8")
    if arguments.check:
        check(samples, weights, arguments.folds, site_rules=not arguments.no_site_rules)


if __name__ == "__main__":
    main()
