// Starts the NHS components on load and on whatever htmx swaps in, and moves focus to what matters.
// Every page works without this file. htmx 2 and htmx 4 name their events differently: both are heard.

document.body.classList.add("js-enabled", "nhsuk-frontend-supported");
const { initAll } = await import(document.getElementById("nhsuk-module").href);

const AFTER_SETTLE = ["htmx:afterSettle", "htmx:after:settle"];
const AFTER_REQUEST = ["htmx:afterRequest", "htmx:after:request"];
const UNREACHED = ["htmx:sendError", "htmx:timeout", "htmx:error"];
const REFUSED = ["htmx:responseError", "htmx:response:error"];
const SENT_FOR = 8000; // after this long a form may be sent again: its answer may have been a file

const on = (names, act) => names.forEach((name) => document.addEventListener(name, act));

function start() {
  initAll({ scope: document, onError: (error) => { if (error.name !== "InitError") console.error(error); } });
  document.querySelectorAll("[data-print]").forEach((button) => { button.hidden = false; });
}

function focusOnce() {
  const wanted = document.querySelector("[data-focus]");
  if (!wanted) return;
  wanted.removeAttribute("data-focus");
  wanted.focus();
}

function retitle() {
  const plain = document.title.replace(/^Error: /, "");
  document.title = document.querySelector(".nhsuk-error-summary") ? `Error: ${plain}` : plain;
}

start();
focusOnce();
on(AFTER_SETTLE, () => { start(); retitle(); focusOnce(); });

// The same form is not sent twice. The server's replay key is the real guard; this saves the wait.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.getAttribute("method") !== "post") return;
  if (form.dataset.sent) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  form.dataset.sent = "true";
  setTimeout(() => delete form.dataset.sent, SENT_FOR);
}, true);
const allowAgain = () => document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
on(AFTER_REQUEST, allowAgain);
window.addEventListener("pageshow", allowAgain);

function tell(reason) {
  const failure = document.getElementById("request-failed");
  if (!failure) return;
  failure.querySelectorAll("[data-reason]").forEach((said) => { said.hidden = said.dataset.reason !== reason; });
  failure.hidden = !reason;
  if (reason) failure.scrollIntoView({ block: "nearest" });
}
on(UNREACHED, () => tell("connection"));
on(REFUSED, () => tell("refused"));
on(["htmx:beforeRequest", "htmx:before:request"], () => tell(""));

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});

// Suggestions of the search box: arrow keys go through them, Escape closes them.
document.addEventListener("keydown", (event) => {
  const box = event.target.closest(".nhsuk-header__search-form");
  if (!box || !["ArrowDown", "ArrowUp", "Escape"].includes(event.key)) return;
  const field = box.querySelector("input");
  const stops = [field, ...box.querySelectorAll(".app-suggestions a")];
  if (stops.length === 1) return;
  event.preventDefault();
  if (event.key === "Escape") box.querySelector(".app-suggestions").replaceChildren();
  const step = { ArrowDown: 1, ArrowUp: -1, Escape: -stops.indexOf(document.activeElement) }[event.key];
  stops[(stops.indexOf(document.activeElement) + step + stops.length) % stops.length].focus();
});
document.addEventListener("click", (event) => {
  if (event.target.closest(".nhsuk-header__search-form")) return;
  document.querySelector("#search-suggestions")?.replaceChildren();
});
