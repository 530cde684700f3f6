/** Opens the content page: in a frame, in a frame within a frame, or in a window of its own. */

/** The address, with a wish for a wrong clock, which the server grants. */
const withClock = (address, faults) => {
  const clock = ['clock-behind', 'clock-jumps'].find((each) => faults.has(each));
  if (!clock) return address;
  const disturbed = new URL(address);
  disturbed.searchParams.set('clock', clock);
  disturbed.searchParams.set('delay', String(faults.delay));
  return disturbed.href;
};

/**
 * Opens a page.
 * @param host the element that takes the frame
 * @returns `{close()}`, or null when the browser opens no window
 */
export const openContent = (page, { place, host, title, faults, object }) => {
  const address = withClock(page, faults);
  if (place === 'popup') {
    const opened = window.open(address, 'amparo_content', 'width=1100,height=800');
    return opened && { close: async () => opened.close() };
  }
  const frame = document.createElement('iframe');
  frame.id = 'content';
  frame.title = title;
  host.replaceChildren(frame);
  const nested = place === 'nested' || faults.has('hop-throws');
  const hop = new URLSearchParams({ to: address, ...(faults.has('hop-throws') && { closed: object }) });
  frame.src = nested ? `hop.html?${hop}` : address;
  return { close: () => leave(frame) };
};

/** Leads the frame elsewhere first, so that the page in it is told that it ends. */
const leave = (frame) =>
  new Promise((done) => {
    frame.addEventListener('load', () => {
      frame.remove();
      done();
    });
    frame.src = 'about:blank';
  });
