/// Tables of letters that lose their accents, one ASCII character per code point.
///
/// A letter stands for itself without accents and in lower case, `.` for "no change", a digit for
/// one of the few that become two letters. Tests compare the tables with Unicode's decomposition.
enum FoldingTables {
  /// U+00C0 to U+02AF: Latin-1, Latin Extended-A and -B, IPA letters used in orthographies.
  static let latin: StaticString = """
    aaaaaa1ceeeeiiiidnooooo0ouuuuy42aaaaaa1ceeeeiiiidnooooo0ouuuuy4y\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii55jjkkklllllll\
    lllnnnnnnnnnoooooo33rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs\
    bbbb..occdddd.eeeffgghiikkl.unnooo..ppr..s.ttttuuuvyyzzz........\
    ....666777888aaiioouuuuuuuuuueaaaa11ggggkkoooozzj666ggh.nnaa11oo\
    aaaaeeeeiiiioooorrrruuuusstt..hhnd..zzaaeeooooooooyylntj..acclts\
    z..buveejjqqrryy.a.bocdd.e.e...jgg.g..h.iiilll.u.mnn.o.......r..\
    r.ss....tuuv...zzz..............................
    """

  /// U+1E00 to U+1EFF: Latin Extended Additional, with the Vietnamese letters.
  static let latinAdditional: StaticString = """
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
    mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
    wwwwwwwwwwxxxxyyzzzzzzhtwyasss2.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
    eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy..vvyy
    """

  /// U+FE80 to U+FEF4: Arabic presentation forms; character `c` is U+0600 + c.
  static let arabicForms: StaticString =
    #"""
    !""##$$%%&&&&''(((())****++++,,,,----....//00112233334444555\#
    56666777788889999::::AAAABBBBCCCCDDDDEEEEFFFFGGGGHHIIJJJJ
    """#

  /// What a digit in the Latin tables stands for.
  static func pair(_ code: UInt8) -> (UInt32, UInt32) {
    switch code {
    case UInt8(ascii: "1"): pair("a", "e")
    case UInt8(ascii: "2"): pair("s", "s")
    case UInt8(ascii: "3"): pair("o", "e")
    case UInt8(ascii: "4"): pair("t", "h")
    case UInt8(ascii: "5"): pair("i", "j")
    case UInt8(ascii: "6"): pair("d", "z")
    case UInt8(ascii: "7"): pair("l", "j")
    default: pair("n", "j")
    }
  }

  private static func pair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> (UInt32, UInt32) {
    (first.value, second.value)
  }

  /// The byte at an index of a table, or nil behind its end.
  static func byte(_ index: UInt32, of table: StaticString) -> UInt8? {
    let index = Int(truncatingIfNeeded: index)
    return table.withUTF8Buffer { index < $0.count ? $0[index] : nil }
  }
}
