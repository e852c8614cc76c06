// Tells a curator before the session ends, so that nothing typed is lost. Without scripts the
// link beside the time does the same.
"use strict";
{
  const WARNING = 10 * 60 * 1000; // WCAG 2.2.1 asks for 20 seconds at least
  const TURN = 20 * 1000;
  const AGAIN = 60 * 1000; // after a failure of the network or the site
  const line = document.getElementById("stay");
  const soon = document.getElementById("stay-soon");
  const over = document.getElementById("stay-over");
  const length = Number(line.dataset.seconds) * 1000;
  let ends = Date.now() + length;
  let due = ends - WARNING;

  const look = () => {
    if (Date.now() > due && !soon.open && !over.open) soon.showModal();
  };

  // Every page of the admin begins the session's hours anew; the page of a stranger redirects.
  const stay = async () => {
    const asked = Date.now();
    const address = line.querySelector("a").href;
    const answer = await fetch(address, { redirect: "manual" }).catch(() => null);
    if (!answer?.ok) {
      const isOut = asked > ends || answer?.status < 500; // a redirect's status reads as 0
      due = isOut ? Infinity : asked + AGAIN;
      return over.showModal();
    }
    ends = asked + length;
    due = ends - WARNING;
    line.querySelector("time").textContent = new Date(ends).toISOString().slice(11, 16);
  };

  soon.addEventListener("close", stay);
  setInterval(look, TURN);
}
