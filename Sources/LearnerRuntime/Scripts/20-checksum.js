/**
 * CRC-32 (ISO 3309) over bytes, and base64. The checksum finds storage and files that were
 * damaged; it is no seal. WebCrypto would do, but is missing where the site form is served
 * without TLS, as in a training room.
 */
(function (Amparo) {
  'use strict';

  const table = new Uint32Array(256).map((_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value >>> 0;
  });

  /** CRC-32 of bytes as eight hexadecimal digits. */
  Amparo.checksum = (bytes) => {
    let crc = 0xffffffff;
    for (const byte of bytes) crc = (crc >>> 8) ^ table[(crc ^ byte) & 0xff];
    return ((crc ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0');
  };

  /** Base64 of bytes. */
  Amparo.toBase64 = (bytes) => {
    const parts = [];
    for (let start = 0; start < bytes.length; start += 0x6000) {
      parts.push(btoa(String.fromCharCode(...bytes.subarray(start, start + 0x6000))));
    }
    return parts.join('');
  };

  /** Bytes of a base64 text (0x6000 is a multiple of three, so parts join); null when it isn't one. */
  Amparo.fromBase64 = (text) => {
    try {
      return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    } catch {
      return null;
    }
  };

  /** Twelve random hexadecimal digits, to tell learners and writes apart. */
  Amparo.randomID = () =>
    [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

  /** Whether two byte arrays hold the same. */
  Amparo.sameBytes = (one, other) =>
    one.length === other.length && one.every((byte, index) => byte === other[index]);
})(globalThis.Amparo);
