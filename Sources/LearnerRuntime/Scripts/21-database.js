/**
 * IndexedDB behind promises: one database per toolkit, because every local file shares one
 * origin in Chromium. Nothing outside this database and the reading settings is ever stored.
 */
(function (Amparo) {
  'use strict';

  const VERSION = 1;
  /** States by learner; learners by id; small values; states put aside because they can't be read. */
  const STORES = ['states', 'learners', 'values', 'aside'];

  const wait = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });

  Amparo.Database = class Database {
    /** Name of the database of a toolkit. */
    static nameOf(toolkit) {
      return `amparo:${toolkit}`;
    }

    /** Opens the database; rejects where the browser or its user forbids storage. */
    static async open(toolkit) {
      const request = indexedDB.open(Database.nameOf(toolkit), VERSION);
      request.onupgradeneeded = () => {
        for (const store of STORES) {
          if (!request.result.objectStoreNames.contains(store)) request.result.createObjectStore(store);
        }
      };
      const connection = await new Promise((resolve, reject) => {
        // A browser that neither opens nor fails must not keep the learner waiting.
        const timer = setTimeout(() => reject(new Error('storage does not answer')), 8000);
        const settle = (then) => (clearTimeout(timer), then);
        request.onsuccess = () => settle(resolve(request.result));
        request.onerror = () => settle(reject(request.error));
      });
      if (STORES.some((store) => !connection.objectStoreNames.contains(store))) {
        connection.close();
        throw new Error('storage has another shape');
      }
      // Another tab that erases or renews the database must not be blocked by this one.
      connection.onversionchange = () => connection.close();
      return new Database(connection);
    }

    constructor(connection) {
      this.connection = connection;
    }

    /** One value, or undefined. */
    get(store, key) {
      return wait(this.connection.transaction(store).objectStore(store).get(key));
    }

    /** All values of a store in the order of their keys. */
    all(store) {
      return wait(this.connection.transaction(store).objectStore(store).getAll());
    }

    /**
     * Runs `change(objectStores…)` in one transaction that is on the disk when it resolves.
     * `change` may be async but may await nothing except requests of the transaction.
     */
    async write(stores, change) {
      const transaction = this.connection.transaction(stores, 'readwrite', { durability: 'strict' });
      const finished = new Promise((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onerror = () => reject(transaction.error);
        transaction.onabort = () => reject(transaction.error || new Error('storage stopped'));
      });
      finished.catch(() => {});
      let result;
      try {
        result = await change(...stores.map((store) => transaction.objectStore(store)));
      } catch (error) {
        try {
          transaction.abort();
        } catch {
          // It has ended by itself.
        }
        throw error;
      }
      await finished;
      return result;
    }
  };

  /** A request as a promise, for use inside `Database.write`. */
  Amparo.Database.wait = wait;
})(globalThis.Amparo);
