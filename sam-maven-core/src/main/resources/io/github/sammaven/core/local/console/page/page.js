"use strict";
// Renews the list of requests while somebody looks at it.
const list = document.getElementById("list");
async function renew() {
  if (document.hidden || list.contains(document.activeElement)) {
    return;
  }
  try {
    const answer = await fetch(list.dataset.source, { cache: "no-store", signal: AbortSignal.timeout(8000) });
    if (!answer.ok) {
      throw new Error("A server that is about to stop still answers who is connected, but refuses.");
    }
    const text = await answer.text();
    const fresh = new DOMParser().parseFromString(text, "text/html");
    const before = document.getElementById("count").dataset.count;
    if (fresh.getElementById("count").dataset.count !== before) {
      list.replaceChildren(...fresh.body.childNodes);
    }
  } catch (stopped) {
    document.getElementById("count").textContent = "The server has stopped.";
  }
}
if (list) {
  setInterval(renew, 1000);
}
