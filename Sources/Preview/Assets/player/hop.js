/** A frame between the learning system and the content page; closed to others when asked. */

const wishes = new URLSearchParams(location.search);

const closed = wishes.get('closed');
if (closed) {
  Object.defineProperty(window, closed, {
    get() {
      throw new DOMException('Blocked a frame from accessing another frame.', 'SecurityError');
    },
  });
}

const frame = document.createElement('iframe');
frame.title = document.title;
const address = new URL(wishes.get('to'), location.href);
if (address.origin === location.origin) frame.src = address.href;
document.body.append(frame);
