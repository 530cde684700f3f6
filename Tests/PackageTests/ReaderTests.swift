import Exporters
import Foundation
import Testing

/// The zips, as the programs read them that learning systems are written with.
@Suite struct ReaderTests {
  private static func has(_ program: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
    }
  }

  @Test func `Info-ZIP, Python and Java read every package without complaint`() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var paths: [String] = []
    let run = try await PackageRun()
    for exporter in packageExporters {
      for file in try run.export(exporter).0.files {
        let path = folder.appending(path: file.path.text.replacing("/", with: "_")).path
        try Data(try file.bytes()).write(to: URL(filePath: path))
        paths.append(path)
      }
    }
    let listing = try PackageTests.python(Self.reader, paths)
    if Self.has("unzip") {
      for path in paths {
        #expect(try PackageTests.output(["unzip", "-tq", path]).hasPrefix("No errors detected"))
      }
    } else {
      print("NOT TESTED: Info-ZIP, which isn't installed.")
    }
    if Self.has("java") {
      let source = folder.appending(path: "ReadZips.java")
      try Self.java.write(to: source, atomically: true, encoding: .utf8)
      // The same names and bytes as Python sees, read as a stream.
      #expect(try PackageTests.output(["java", source.path] + paths) == listing)
    } else {
      print("NOT TESTED: Java's ZipInputStream, which isn't installed.")
    }
  }

  private static let reader = """
    import sys, zipfile
    for path in sys.argv[1:]:
        archive = zipfile.ZipFile(path)
        assert archive.testzip() is None
        for info in archive.infolist():
            assert info.compress_type in (0, 8) and not info.extra, info
            print(info.filename, len(archive.read(info)))
    """

  private static let java = """
    import java.io.*;
    import java.util.zip.*;
    public class ReadZips {
      public static void main(String[] paths) throws Exception {
        for (String path : paths) {
          try (ZipInputStream zip = new ZipInputStream(new FileInputStream(path))) {
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
              System.out.println(entry.getName() + " " + zip.readAllBytes().length);
            }
          }
        }
      }
    }
    """
}

extension PackageTests {
  /// What a Python program writes.
  static func python(_ program: String, _ arguments: [String]) throws -> String {
    try output(["python3", "-c", program] + arguments)
  }

  /// What a program writes; it must end well.
  static func output(_ arguments: [String]) throws -> String { try run(arguments) }
}
