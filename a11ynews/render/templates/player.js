// The page follows the sound: the sentence and the word that are heard are marked, and a sentence can be chosen.
// Without this script the page reads, and plays, all the same.
"use strict";
{
  const player = document.querySelector(".player");
  const audio = player.querySelector("audio");
  const [speed, choose] = player.querySelectorAll("select, button");
  const sentences = JSON.parse(document.getElementById("story-times").textContent)
    .map(([id, start, end, words]) => ({ element: document.getElementById(id), start, end, words }))
    .filter(({ element }) => element);
  const at = new Map(sentences.map((sentence, place) => [sentence.element, place]));
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const key = `a11ynews-place ${location.pathname} ${document.title}`;
  const word = globalThis.Highlight && CSS.highlights ? new Highlight() : null;
  let heard = -1; // the sentence that is heard, or was last
  let chosen = -1; // the sentence that the keyboard is at
  let marked = -1; // the word that is marked within the sentence

  if (word) {
    CSS.highlights.set("story-word", word);
    const look = new CSSStyleSheet(); // here and not in the style sheet, whose checker does not know ::highlight yet
    look.replaceSync("::highlight(story-word) { background-color: var(--story-ink); color: var(--story-paper); }");
    document.adoptedStyleSheets.push(look);
  }
  for (const { element } of sentences) if (element.tabIndex < 0) element.tabIndex = -1; // a summary has its own
  player.querySelector(".controls").hidden = false;

  // The last sentence that has begun, by halving.
  function sentenceAt(time) {
    let [low, high] = [0, sentences.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sentences[middle].start <= time) low = middle + 1; else high = middle;
    }
    return low - 1;
  }

  // The words of a sentence as ranges of its text, found one behind the other when they are first needed.
  function rangesOf(sentence) {
    if (sentence.ranges) return sentence.ranges;
    const nodes = [];
    const walker = document.createTreeWalker(sentence.element, NodeFilter.SHOW_TEXT);
    let text = "";
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      nodes.push([text.length, node]);
      text += node.data;
    }
    const place = (offset) => {
      const [start, node] = nodes.findLast(([begin]) => begin <= offset);
      return [node, Math.min(offset - start, node.length)];
    };
    let from = 0;
    sentence.ranges = sentence.words.map(([seen]) => {
      const found = text.indexOf(seen, from);
      if (found < 0) return null;
      from = found + seen.length;
      const range = new Range();
      range.setStart(...place(found));
      range.setEnd(...place(from));
      return range;
    });
    return sentence.ranges;
  }

  function isSeen(element) {
    const box = element.getBoundingClientRect();
    return box.bottom > 0 && box.top < innerHeight;
  }

  function markSentence(now) {
    if (now === heard) return;
    const before = sentences[heard]?.element;
    const follows = !before || isSeen(before); // who has scrolled elsewhere is left there
    before?.classList.remove("heard");
    heard = now;
    marked = -1;
    const element = sentences[now]?.element;
    if (!element) return;
    element.classList.add("heard");
    if (follows && !audio.paused) {
      for (let closed = element.closest("details:not([open])"); closed; closed = closed.parentElement.closest("details:not([open])")) closed.open = true;
    }
    const box = element.getBoundingClientRect();
    if (follows && !audio.paused && (box.top < 0 || box.bottom > innerHeight)) {
      element.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
    }
  }

  function markWord(time) {
    const sentence = sentences[heard];
    if (!word || !sentence) return;
    const now = sentence.words.findLastIndex(([, start]) => start <= time);
    if (now === marked) return;
    marked = now;
    word.clear();
    const range = now >= 0 && time < sentence.words[now][2] + 0.3 && rangesOf(sentence)[now];
    if (range) word.add(range);
  }

  function follow() {
    markSentence(sentenceAt(audio.currentTime + 0.02));
    markWord(audio.currentTime + 0.02);
  }

  function tick() {
    follow();
    if (!audio.paused && !audio.ended) requestAnimationFrame(tick);
  }

  function keep() {
    try { localStorage.setItem(key, String(audio.ended ? 0 : audio.currentTime)); } catch { /* no storage here */ }
  }

  function resume() {
    let kept = 0;
    try { kept = Number(localStorage.getItem(key)); } catch { /* no storage here */ }
    if (kept > 0 && kept < audio.duration - 1) audio.currentTime = kept;
    audio.playbackRate = Number(speed.value);
  }

  // A pause that comes before the sound does ends the promise with an error that is none.
  function play() {
    audio.play().catch(() => {});
  }

  function hear(place) {
    audio.currentTime = sentences[place].start;
    play();
  }

  function stand(place) {
    chosen = Math.max(0, Math.min(place, sentences.length - 1));
    sentences[chosen]?.element.focus();
  }

  function placeOf(node) {
    while (node && !at.has(node)) node = node.parentElement;
    return at.get(node) ?? -1;
  }

  audio.addEventListener("play", tick);
  for (const name of ["seeked", "timeupdate", "pause"]) audio.addEventListener(name, follow);
  for (const name of ["pause", "ended", "seeked"]) audio.addEventListener(name, keep);
  addEventListener("pagehide", keep);
  if (audio.readyState) resume(); else audio.addEventListener("loadedmetadata", resume, { once: true });
  speed.addEventListener("change", () => { audio.playbackRate = Number(speed.value); });
  choose.addEventListener("click", () => stand(heard));

  document.querySelector("article").addEventListener("click", (event) => {
    const chapter = event.target.closest(".chapters a");
    const target = chapter && document.getElementById(chapter.hash.slice(1));
    const first = target ? sentences.findIndex(({ element }) => target.contains(element)) : placeOf(event.target);
    const isOther = !target && (event.target.closest("a, summary, button, select") || String(getSelection()));
    if (first >= 0 && !isOther) hear(first);
  });
  document.querySelector("article").addEventListener("keydown", (event) => {
    const place = placeOf(event.target);
    if (place < 0 || event.target !== sentences[place].element || event.ctrlKey || event.altKey || event.metaKey) return;
    const ahead = getComputedStyle(event.target).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const steps = { ArrowDown: 1, ArrowUp: -1, ArrowLeft: -1, ArrowRight: -1, [ahead]: 1 };
    if (event.key in steps) stand(place + steps[event.key]);
    else if (event.key === "Enter") hear(place);
    else if (event.key === " ") audio.paused ? play() : audio.pause();
    else if (event.key === "Escape") choose.focus();
    else return;
    event.preventDefault();
  });
}
