/**
 * The file that carries a learner's work to another browser or device: JSON, versioned, with
 * the state as the engine wrote it. It comes back from anywhere, so it is hostile until read.
 *
 *     { "format": "amparo-progress", "version": 1,
 *       "toolkit": { "id": "…", "version": "…", "title": "…" }, "language": "en", "learner": "…",
 *       "revision": 12, "checksum": "crc32 of the bytes", "state": "base64" }
 */
(function (Amparo) {
  'use strict';

  const FORMAT = 'amparo-progress';
  const VERSION = 1;
  /** Bytes; a real file has a few thousand. */
  const LARGEST_FILE = 2 << 20;

  const bounded = (value, most) => (typeof value === 'string' && value.length <= most ? value : null);

  Amparo.ProgressFile = {
    LARGEST_FILE,

    /** The file's text. */
    write({ toolkit, language, learner, revision, bytes }) {
      const content = {
        format: FORMAT, version: VERSION,
        toolkit: { id: toolkit.id, version: toolkit.version, title: toolkit.title },
        language, learner, revision,
        checksum: Amparo.checksum(bytes), state: Amparo.toBase64(bytes),
      };
      return `${JSON.stringify(content, null, 1)}\n`;
    },

    /** A name for the file that every file system takes and that tells learners apart. */
    nameFor(base, learner, day) {
      const safe = (text) => text.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
      return `${[base, learner, day].map(safe).filter(Boolean).join('-')}.json`;
    },

    /**
     * Reads a file's text.
     * @returns {{problem: string}|{learner, language, toolkitVersion, revision, bytes}}
     *   problem: 'empty', 'too-large', 'not-ours', 'newer', 'wrong-toolkit' or 'damaged'
     */
    read(text, toolkit) {
      if (typeof text !== 'string' || text.trim() === '') return { problem: 'empty' };
      if (text.length > LARGEST_FILE) return { problem: 'too-large' };
      let content;
      try {
        content = JSON.parse(text.replace(/^\uFEFF/, ''));
      } catch {
        return { problem: text.includes(FORMAT) ? 'damaged' : 'not-ours' };
      }
      if (!content || typeof content !== 'object' || content.format !== FORMAT) return { problem: 'not-ours' };
      if (!Number.isSafeInteger(content.version) || content.version < 1) return { problem: 'damaged' };
      if (content.version > VERSION) return { problem: 'newer' };
      const from = content.toolkit;
      if (!from || bounded(from.id, 200) === null) return { problem: 'damaged' };
      if (from.id !== toolkit.id) return { problem: 'wrong-toolkit', title: Amparo.cleanName(bounded(from.title, 400) || from.id) };
      const bytes = bounded(content.state, LARGEST_FILE) === null ? null : Amparo.fromBase64(content.state);
      if (!bytes || bytes.length === 0 || Amparo.checksum(bytes) !== content.checksum) return { problem: 'damaged' };
      return {
        learner: Amparo.cleanName(bounded(content.learner, 400) || ''),
        language: bounded(content.language, 40) || '',
        toolkitVersion: bounded(from.version, 200) || '',
        revision: Number.isSafeInteger(content.revision) ? content.revision : 0,
        bytes,
      };
    },
  };

  /** Hands a text to the browser as a download; works from a local file and without a network. */
  Amparo.download = (name, text, type = 'application/json') => {
    const address = URL.createObjectURL(new Blob([text], { type }));
    const link = Amparo.element('a', { href: address, download: name, hidden: true });
    document.body.append(link);
    link.click();
    link.remove();
    // Browsers read the blob after the click; a minute is more than they need.
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  };
})(globalThis.Amparo);
