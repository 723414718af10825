"""What is begun is completed: a comment of which words are kept is kept with its head."""

from a11ynews.read.choice.wholes import complete
from a11ynews.read.scene.features import Surroundings
from a11ynews.read.scene.units import lay_out
from a11ynews.tree.parse import parse_page

THREAD = """<div class="comment"><p class="meta"><a class="author">ada</a> 5 points</p><p>The gate was open.</p>
<div class="comment"><p class="meta"><a class="author">ben</a> 2 points</p><p>I saw it too.</p></div></div>"""


def completed(html: str, *seeds: str) -> list[str]:
    scene = Surroundings(page := parse_page(html), lay_out(page))
    chosen = [text in seeds for text in scene.units.text]
    complete(scene, chosen, [False] * len(chosen), "")
    return [text for text, keep in zip(scene.units.text, chosen, strict=True) if keep]


def test_who_wrote_a_comment_is_kept_with_it_and_not_with_the_reply() -> None:
    assert completed(THREAD, "The gate was open.") == ["ada 5 points", "The gate was open."]


def test_a_reply_has_its_own_head() -> None:
    assert completed(THREAD, "I saw it too.") == ["ben 2 points", "I saw it too."]


def test_a_long_text_before_the_kept_one_is_no_head() -> None:
    html = f'<div class="comment"><p>{"A long remark. " * 20}</p><p>Yes.</p></div>'
    assert completed(html, "Yes.") == ["Yes."]


def test_what_no_comment_holds_has_no_head() -> None:
    assert completed("<div><p>ada</p><p>Yes.</p></div>", "Yes.") == ["Yes."]


PARAGRAPH = "The ferry sails again on Monday, four months after a storm broke the pier, the company said."


def test_a_dateline_on_a_line_of_its_own_is_kept_with_the_paragraph_that_it_opens() -> None:
    html = f'<div><span class="dateline">PORT AVERLY —</span><p>{PARAGRAPH}</p></div>'
    assert completed(html, PARAGRAPH) == ["PORT AVERLY —", PARAGRAPH]


def test_a_name_of_a_section_in_capitals_is_no_dateline() -> None:
    assert completed(f"<div><span>SPORT</span><p>{PARAGRAPH}</p></div>", PARAGRAPH) == [PARAGRAPH]


TABLE = (
    "<table><caption>Minutes</caption><tr><th>Boat<th>Time<tr><td>The old boat<td>55<tr><td>The new boat<td>40</table>"
)


def test_a_table_of_data_is_kept_whole_with_its_caption() -> None:
    kept = ["Minutes", "Boat", "Time", "The old boat", "55", "The new boat", "40"]
    assert completed(TABLE, "The old boat", "The new boat") == kept


def test_of_a_table_that_lays_out_a_page_only_the_story_is_kept() -> None:
    html = f"<table><tr><td><h1>Ferry</h1><p>{PARAGRAPH}</p><td>Archive<tr><td>Your name<td>Search</table>"
    assert completed(html, PARAGRAPH) == [PARAGRAPH]


COUNTS = "<table><tr><th>Fish</th><th>2021</th></tr><tr><td>Trout</td><td>412</td></tr></table>"


def test_a_table_of_data_between_paragraphs_of_the_story_is_story() -> None:
    html = f"<div><p>The fish were counted.</p>{COUNTS}<p>Nobody had hoped for so many.</p></div>"
    kept = completed(html, "The fish were counted.", "Nobody had hoped for so many.")
    assert kept[1:-1] == ["Fish", "2021", "Trout", "412"]


def test_a_table_after_the_story_or_in_another_element_is_not() -> None:
    assert completed(f"<div><p>The fish were counted.</p>{COUNTS}</div>", "The fish were counted.") == [
        "The fish were counted."
    ]
    html = f"<div><p>One.</p></div><aside><p>Today</p>{COUNTS}</aside><div><p>Two.</p></div>"
    assert completed(html, "One.", "Two.") == ["One.", "Two."]


def test_what_only_wraps_a_table_is_no_other_element() -> None:
    html = f"<div><p>One.</p><figure><div>{COUNTS}</div></figure><p>Two.</p></div>"
    assert completed(html, "One.", "Two.") == ["One.", "Fish", "2021", "Trout", "412", "Two."]


def test_a_table_that_is_begun_is_told_whole_without_header_cells_and_at_the_end_of_its_element() -> None:
    cells = "".join(f"<tr><td>Boat {number}</td><td>{number} knots</td></tr>" for number in range(1, 6))
    told = ["One.", *(cell for number in range(1, 6) for cell in (f"Boat {number}", f"{number} knots"))]
    for after in ("<p>Two.</p>", ""):
        html = f"<div><p>One.</p><div><table>{cells}</table></div>{after}</div>"
        assert completed(html, "One.", "3 knots", "Two.") == [*told, *(["Two."] if after else [])]


def test_a_table_of_links_or_without_header_cells_is_not() -> None:
    links = COUNTS.replace("Trout", "<a href='/t'>Trout and all the others that swam in the river</a>").replace(
        "412", "<a href='/c'>412</a>"
    )
    for table in (COUNTS.replace("th>", "td>"), links):
        assert completed(f"<div><p>One.</p>{table}<p>Two.</p></div>", "One.", "Two.") == ["One.", "Two."]


def test_code_between_two_things_of_the_story_is_story() -> None:
    html = "<p>Start the site:</p><div><pre>npm start</pre><button>Copy</button></div><p>Then look at it.</p>"
    assert completed(html, "Start the site:", "Then look at it.")[1] == "npm start"


def test_code_of_the_story_keeps_the_line_that_is_called_its_title() -> None:
    html = "<p>Start the site:</p><div class={}>site.toml</div><pre>port = 80</pre><p>Then look at it.</p>"
    chosen = ("Start the site:", "port = 80", "Then look at it.")
    assert completed(html.format("code-title"), *chosen)[1] == "site.toml"
    assert completed(html.format("tab-label"), *chosen) == list(chosen)


def test_code_after_the_story_is_not() -> None:
    html = "<p>Start the site:</p><p>Then look at it.</p><div><pre>npm start</pre></div>"
    assert completed(html, "Start the site:", "Then look at it.") == ["Start the site:", "Then look at it."]


def test_a_note_that_a_raised_number_means_by_its_name_is_kept_without_a_link() -> None:
    notes = "<li id=footnote-1>In May.</li><li id=footnote-2>In June.</li>"
    html = f"<p>We said so<sup>1</sup>.</p><div><ol>{notes}</ol></div>"
    assert completed(html, "We said so1.") == ["We said so1.", "In May."]


def test_a_quotation_between_paragraphs_is_the_story_s_unless_it_repeats_words_of_it() -> None:
    said = "We sail in May"
    html = f"<p>{PARAGRAPH}</p><blockquote><p>{said}.</p><footer>The master</footer></blockquote><p>Then it rained.</p>"
    assert completed(html, PARAGRAPH, "Then it rained.")[1:3] == [f"{said}.", "The master"]
    repeated = html.replace("Then it", f"“{said}”, he says. Then it")
    assert len(completed(repeated, PARAGRAPH, f"“{said}”, he says. Then it rained.")) == 2
