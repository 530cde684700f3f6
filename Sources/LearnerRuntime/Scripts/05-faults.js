/**
 * The error boundary: whatever goes wrong, the learner reads a calm message and can save the
 * work to a file. Details go to the console, for whoever mends the page.
 */
(function (Amparo) {
  'use strict';

  let told = false;

  Amparo.Faults = {
    /** Tells that something failed. Once: repeating it helps nobody. */
    report(error) {
      console.error(error);
      if (told) return;
      told = true;
      try {
        Amparo.Notices.show({
          id: 'fault', urgent: true, text: Amparo.text('work.fault'),
          actions: [
            Amparo.session && { label: Amparo.text('file.save'), run: () => Amparo.Transfer.save() },
            { label: Amparo.text('work.loadAgain'), run: () => location.reload() },
          ],
          onclose: () => (told = false),
        });
      } catch (second) {
        console.error(second);
      }
    },
  };

  addEventListener('error', (event) => {
    // Images and sound that fail to load have no `error`, and say so by themselves.
    if (event.error || event.message) Amparo.Faults.report(event.error || event.message);
  });
  addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    Amparo.Faults.report(event.reason);
  });
})(globalThis.Amparo);
