// Raw bytes in, documents out. One reader a shape of source.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "text/diagnostic.hpp"
#include "text/document.hpp"

namespace samgak {

/// Identity card of a reader.
struct ReaderCard {
  std::string_view name;                     ///< `markdown`
  std::string_view label;                    ///< for people: «Markdown and Jekyll posts»
  std::string_view media_type;               ///< `text/markdown`
  std::vector<std::string_view> aliases;     ///< other names a user may type
  std::vector<std::string_view> extensions;  ///< without the dot, lower case, the usual one first
  bool many_documents = false;               ///< one file holds many documents
};

/// What became of one source.
struct ReadResult {
  std::vector<Document> documents;
  std::vector<Diagnostic> diagnostics;
};

/// Takes each document as soon as it is read.
using DocumentSink = std::function<void(Document)>;

/// Stateless, so one reader may be used by any number of threads.
class Reader {
 public:
  virtual ~Reader() = default;

  [[nodiscard]] virtual const ReaderCard& card() const = 0;

  /// Reads all documents of `bytes`, in order. Odd input never throws: what cannot be read is left
  /// out and reported. `name` becomes the document's name, or the source of remarks where documents
  /// bear their own.
  virtual void for_each_document(std::string_view bytes, std::string_view name,
                                 const DocumentSink& sink,
                                 std::vector<Diagnostic>& diagnostics) const = 0;

  /// The same, all at once.
  [[nodiscard]] ReadResult read(std::string_view bytes, std::string_view name) const {
    ReadResult result;
    for_each_document(
        bytes, name, [&](Document document) { result.documents.push_back(std::move(document)); },
        result.diagnostics);
    return result;
  }
};

}  // namespace samgak
