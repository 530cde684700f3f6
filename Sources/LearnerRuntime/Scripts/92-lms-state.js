/**
 * The state as text for a learning system, and the second copy of it in this browser.
 *
 * The copy belongs to one learner in one system: its key is a digest of where, what, in which
 * standard, who and which attempt. A package of another standard, language or variant is another
 * course there: it has been told nothing of what the copy holds. Without a usable id of the
 * learner there is no copy, so that nobody ever finds another's work.
 *
 * SCORM doesn't name attempts. So a state carries the mark of its attempt, drawn when the attempt
 * begins: work of an earlier attempt, on whatever device, never takes the place of a later one's.
 */
(function (Amparo) {
  'use strict';

  /** Ids that systems give when they know nobody. */
  const NOBODY = ['', '0', '-1', 'null', 'undefined', 'none', 'nobody', 'unknown', 'anonymous', 'guest', 'student', 'learner', 'user', 'nan', '[object object]'];

  const rotate = (value, bits) => (value >>> bits) | (value << (32 - bits));

  /** The first 32 bits of the fractions of roots of primes, as FIPS 180-4 wants them. */
  const roots = (count, power) => {
    const words = [];
    for (let number = 2; words.length < count; number += 1) {
      let isPrime = true;
      for (let factor = 2; factor * factor <= number; factor += 1) if (number % factor === 0) isPrime = false;
      if (isPrime) words.push(((number ** power) % 1) * 0x100000000 | 0);
    }
    return words;
  };
  const CONSTANTS = roots(64, 1 / 3);
  const START = roots(8, 1 / 2);

  const block = (state, view, offset) => {
    const words = Array.from({ length: 16 }, (_, index) => view.getInt32(offset + 4 * index));
    for (let index = 16; index < 64; index += 1) {
      const [early, late] = [words[index - 15], words[index - 2]];
      const first = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
      const second = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
      words.push((words[index - 16] + first + words[index - 7] + second) | 0);
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let index = 0; index < 64; index += 1) {
      const one = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) + CONSTANTS[index] + words[index];
      const other = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + other) | 0];
    }
    return [a, b, c, d, e, f, g, h].map((value, index) => (value + state[index]) | 0);
  };

  /** SHA-256 of a text in hexadecimal. WebCrypto has it only where the page came over TLS. */
  Amparo.sha256 = (text) => {
    const bytes = new TextEncoder().encode(text);
    const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
    padded.set(bytes);
    padded[bytes.length] = 0x80;
    const view = new DataView(padded.buffer);
    view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x20000000));
    view.setUint32(padded.length - 4, (bytes.length << 3) >>> 0);
    let state = START;
    for (let offset = 0; offset < padded.length; offset += 64) state = block(state, view, offset);
    return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  };

  Amparo.LMSState = {
    /** A state as text: `a1.`, base64url and, where the attempt has one, `.` and its mark. */
    write: (bytes, { prefix }, mark = '') =>
      prefix + Amparo.toBase64(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '') + (mark ? `.${mark}` : ''),

    /**
     * What a system gave back.
     * @returns {{bytes: Uint8Array|null, form: 'none'|'ours'|'other'|'damaged', mark: string}} damaged
     *   bytes are found by the engine, too: by the state's checksum; mark: '' where none can be read
     */
    read(text, { prefix, mark: digits }) {
      if (typeof text !== 'string' || text.trim() === '') return { bytes: null, form: 'none', mark: '' };
      if (!text.startsWith(prefix)) return { bytes: null, form: /^a\d+\./.test(text) ? 'other' : 'damaged', mark: '' };
      const [letters, mark = ''] = text.slice(prefix.length).trim().split('.');
      const bytes = Amparo.fromBase64(letters.replace(/-/g, '+').replace(/_/g, '/'));
      if (!bytes || bytes.length === 0) return { bytes: null, form: 'damaged', mark: '' };
      return { bytes, form: 'ours', mark: mark.length === digits && /^[0-9a-f]+$/.test(mark) ? mark : '' };
    },

    /** Key of a learner's copy, or null when the system doesn't say who learns. */
    keyOf({ origin, lms, learner, attempt }) {
      if (typeof learner !== 'string' || NOBODY.includes(learner.trim().toLowerCase())) return null;
      const { id, language, variant } = lms.package;
      const parts = [origin, lms.standard, lms.toolkit.id, id, language, variant, learner.trim(), attempt];
      return `lms:${Amparo.sha256(JSON.stringify(parts))}`;
    },
  };

  /** The copy: a browser's store of one learner, in which the newest writer is right. */
  Amparo.LMSCopy = class LMSCopy extends Amparo.BrowserStore {
    static async open(toolkit, key) {
      if (key === null) return null;
      try {
        const copy = new LMSCopy(await Amparo.Database.open(toolkit));
        copy.open({ id: key });
        return copy;
      } catch (error) {
        console.warn(error);
        return null;
      }
    }

    /** With the mark of the attempt that it belongs to. */
    async load() {
      const found = await super.load();
      const record = await this.database.get('states', this.learner);
      return { ...found, mark: record && typeof record.mark === 'string' ? record.mark : '' };
    }

    /** From now on it belongs to the attempt with this mark. */
    belongTo(mark) {
      this.extra = mark ? { mark } : {};
    }

    /** Whether the learner was asked about this copy, and left without an answer. */
    async wasAsked() {
      return (await this.database.get('values', `asked:${this.learner}`)) === 1;
    }

    /** Notes that the learner is being asked, or has answered. */
    async note(isAsked) {
      const key = `asked:${this.learner}`;
      await this.database.write(['values'], (values) => void (isAsked ? values.put(1, key) : values.delete(key)));
    }

    /** Resolves to whether the bytes are on the disk. */
    async keep(bytes, revision) {
      for (let attempt = 0; attempt < 2; attempt += 1) {
        try {
          await this.save(bytes, revision);
          return true;
        } catch (error) {
          if (error.reason === 'failed') return console.warn(error), false;
          // Another window of this learner stored something: the system has one attempt, too.
          await this.load().catch(() => {});
        }
      }
      return false;
    }

    /** Keeps a text that can't be read, beside the copy. */
    async keepAside(text) {
      try {
        await this.database.write(['aside'], async (aside) => {
          const count = await Amparo.Database.wait(aside.count());
          aside.put({ text }, `${this.learner}:${count}`);
        });
      } catch (error) {
        console.warn(error);
      }
    }
  };
})(globalThis.Amparo);
