/// Breaks text into lines between words.
enum TextWrap {
  /// The lines of a text: the first after `first` columns that are taken already, the others
  /// indented. A word longer than a line stands alone and isn't cut, so that paths and ids can be
  /// copied.
  ///
  /// - Parameter width: columns of a line; nil keeps the text on one line.
  static func lines(_ text: String, width: Int?, first: Int, indent: String) -> [String] {
    let text = DisplayText.oneLine(text)
    guard let width else { return [text] }
    var lines: [String] = []
    var line = ""
    var column = first
    var lineStart = first
    for word in text.split(separator: " ") {
      let wordWidth = DisplayText.width(of: String(word))
      let needed = column == lineStart ? wordWidth : wordWidth + 1
      if column + needed > width, column > lineStart || lines.isEmpty && first > indent.count {
        lines.append(line)
        line = indent
        lineStart = indent.count
        column = lineStart
      }
      if column > lineStart {
        line += " "
        column += 1
      }
      line += word
      column += wordWidth
    }
    lines.append(line)
    return lines
  }
}
