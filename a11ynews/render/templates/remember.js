// What the reader chose is kept in this browser, and chosen again on the next page.
"use strict";
for (const control of document.querySelectorAll(".settings input, .settings select")) {
  const key = control.name || control.id;
  try {
    const kept = localStorage.getItem(key);
    if (kept !== null && control.type === "radio") control.checked = kept === control.value;
    else if (kept !== null && [...control.options].some((option) => option.value === kept)) control.value = kept;
    control.addEventListener("change", () => localStorage.setItem(key, control.value));
  } catch {
    // No storage here (a private window, a file): the choice holds for this page only.
  }
}
