extension BuildReport {
  /// How the report looks. A theme has no part in it: the report isn't for learners.
  static let styles: StaticString = """

    :root { color-scheme: light dark; --ink: #18232c; --ink-2: #485763; --paper: #faf8f4; --surface: #fff;
      --line: #dcd9d1; --brand: #0b5a63; --good: #1b6638; --warn: #744a00 }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e8edf0; --ink-2: #b2bfc8; --paper: #10171c; --surface: #182127;
        --line: #2f3c45; --brand: #7fd2d3; --good: #93d9aa; --warn: #f0c977 }
    }
    * { box-sizing: border-box }
    body { margin: 0; background: var(--paper); color: var(--ink);
      font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif }
    main { max-inline-size: 62rem; margin-inline: auto; padding: 2rem 1.25rem 4rem }
    h1 { font-size: 1.9rem; line-height: 1.25; margin: 0 }
    h2 { font-size: 1.35rem; margin: 2.5rem 0 .75rem }
    h3 { font-size: 1.1rem; margin: 1.5rem 0 .5rem }
    p { margin: .5rem 0; max-inline-size: 66ch }
    a { color: var(--brand); font-weight: 600 }
    code { font-family: ui-monospace, Menlo, Consolas, "Noto Sans Mono", monospace; font-size: .92em }
    .kind { color: var(--ink-2); font-weight: 600; margin: 0 }
    .facts { color: var(--ink-2) }
    .verdict { border-inline-start: .3rem solid var(--good); padding-inline-start: .9rem;
      font-size: 1.2rem; font-weight: 600 }
    .wide { overflow-x: auto }
    table { border-collapse: collapse; inline-size: 100%; background: var(--surface) }
    th, td { text-align: start; vertical-align: top; padding: .55rem .75rem;
      border-block-end: 1px solid var(--line) }
    th { color: var(--ink-2); font-size: .9rem }
    .number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap }
    ul { padding: 0; list-style: none }
    .checks li { position: relative; padding-inline-start: 1.9rem; margin-block: .5rem;
      max-inline-size: 66ch }
    .checks li::before { content: "✓"; position: absolute; inset-inline-start: .25rem;
      color: var(--good); font-weight: 700 }
    .findings li { background: var(--surface); border: 1px solid var(--line);
      border-inline-start: .3rem solid var(--line); border-radius: .4rem; padding: .6rem .9rem;
      margin-block: .6rem }
    .findings .warning { border-inline-start-color: var(--warn) }
    .place { color: var(--ink-2); font-size: .9rem; overflow-wrap: anywhere; margin: 0 }
    .help { color: var(--ink-2) }
    @media print { body { background: #fff; color: #000 } .findings li { break-inside: avoid } }

    """
}
