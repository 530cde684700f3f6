globalThis.AmparoData = {"wasm": "AGFzbQ==", "engine": "AQID"};
