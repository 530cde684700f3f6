import XMLDocuments

extension XMLElement {
  /// What a text in one language is called in a binding of learning object metadata.
  struct LearningObjectText {
    let element: String
    let language: String
  }

  /// Title, language and description as learning object metadata (IEEE 1484.12).
  /// - Parameters:
  ///   - prefix: what stands before names: `lom:`; empty in a namespace of its own.
  ///   - namespace: that namespace; nil where the prefix is declared above.
  static func learningObject(
    prefix: String = "", namespace: String? = nil, text: LearningObjectText, title: String,
    description: String, language: String
  ) -> XMLElement {
    func texts(_ name: String, _ words: String) -> XMLElement {
      XMLElement(
        prefix + name,
        children: [
          XMLElement(prefix + text.element, [.init(text.language, language)], text: words)
        ])
    }
    return XMLElement(
      prefix + "lom", namespace.map { [.init("xmlns", $0)] } ?? [],
      children: [
        XMLElement(
          prefix + "general",
          children: [
            texts("title", title), XMLElement(prefix + "language", text: language),
            texts("description", description),
          ])
      ])
  }
}
