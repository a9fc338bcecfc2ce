// What the library has to say about its input. It never prints and never exits.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace samgak {

enum class Severity { note, warning, error };

/// One remark about one source. A value: the caller decides whether to print it.
struct Diagnostic {
  Severity severity = Severity::warning;
  std::string code;     ///< stable, e.g. `encoding`, `front-matter`, `too-large`
  std::string source;   ///< file or document the remark is about
  std::string message;  ///< a sentence: what is wrong, where, what helps
};

/// `source: warning: message [code]`, with control characters and bidirectional marks made visible.
[[nodiscard]] std::string format_diagnostic(const Diagnostic& diagnostic);

/// `text` with C0, DEL, C1 and bidirectional control characters written as `\x1b`, `\u{202e}`: safe
/// for a terminal.
[[nodiscard]] std::string visible(std::string_view text);

/// Base of every exception that Samgak throws. `what()` is a whole sentence for the user.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A data file or an input that cannot be used; the message begins with `file:line:` where there is
/// one.
class LoadError : public Error {
 public:
  using Error::Error;
};

/// Output that could not be written whole.
class WriteError : public Error {
 public:
  using Error::Error;
};

}  // namespace samgak
