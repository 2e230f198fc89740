import fc from "fast-check";

// Property tests run the same cases every time.
fc.configureGlobal({ seed: 20_26 });

export { fc };
