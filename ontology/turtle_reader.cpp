#include "ontology/turtle_reader.hpp"

#include <fmt/format.h>
#include <serd/serd.h>

#include <memory>

#include "ontology/tsv.hpp"
#include "text/diagnostic.hpp"
#include "text/utf8.hpp"

namespace samgak {

namespace {

/// serd reads a bracket within a bracket by a call within a call.
constexpr int kDeepest = 100;

std::string_view view(const SerdNode& node) {
  return {reinterpret_cast<const char*>(node.buf), node.n_bytes};
}

const uint8_t* bytes(const std::string& text) {
  return reinterpret_cast<const uint8_t*>(text.c_str());
}

/// What serd calls while it reads one text.
class Collector {
 public:
  Collector(RdfGraph& graph, std::string_view base, RdfPrefixes* prefixes)
      : graph_(graph), prefixes_(prefixes) {
    SerdURI parsed{};
    SerdNode node = base.empty()
                        ? SERD_NODE_NULL
                        : serd_node_new_uri_from_string(bytes(std::string(base)), nullptr, &parsed);
    env_ = serd_env_new(&node);
    serd_node_free(&node);
  }
  Collector(const Collector&) = delete;
  Collector& operator=(const Collector&) = delete;
  ~Collector() { serd_env_free(env_); }

  static SerdStatus on_base(void* handle, const SerdNode* uri) {
    return serd_env_set_base_uri(static_cast<Collector*>(handle)->env_, uri);
  }
  static SerdStatus on_prefix(void* handle, const SerdNode* name, const SerdNode* uri) {
    auto& self = *static_cast<Collector*>(handle);
    if (self.prefixes_ != nullptr) self.prefixes_->add(view(*name), view(*uri));
    return serd_env_set_prefix(self.env_, name, uri);
  }
  static SerdStatus on_statement(void* handle, SerdStatementFlags, const SerdNode*,
                                 const SerdNode* subject, const SerdNode* predicate,
                                 const SerdNode* object, const SerdNode* datatype,
                                 const SerdNode* language) {
    auto& self = *static_cast<Collector*>(handle);
    const TermIndex s = self.resource(*subject);
    const TermIndex p = self.resource(*predicate);
    TermIndex o = kNoTerm;
    if (object->type == SERD_LITERAL) {
      const std::string type = datatype != nullptr && datatype->buf != nullptr
                                   ? self.expanded(*datatype)
                                   : std::string();
      o = self.graph_.terms().literal(
          view(*object), language != nullptr && language->buf != nullptr ? view(*language) : "",
          type);
    } else {
      o = self.resource(*object);
    }
    if (self.unknown_prefix_.empty()) self.graph_.add({s, p, o});
    return self.unknown_prefix_.empty() ? SERD_SUCCESS : SERD_ERR_BAD_CURIE;
  }
  static SerdStatus on_error(void* handle, const SerdError* error) {
    auto& self = *static_cast<Collector*>(handle);
    if (self.line_ != 0) return SERD_SUCCESS;  // what follows the first fault follows from it
    self.line_ = error->line;
    self.fault_ = reinterpret_cast<const char*>(serd_strerror(error->status));
    return SERD_SUCCESS;
  }

  [[nodiscard]] std::string fault() const {
    if (!unknown_prefix_.empty()) return fmt::format("unknown prefix in «{}»", unknown_prefix_);
    return fault_.empty() ? "no RDF" : fault_;
  }
  [[nodiscard]] unsigned line() const { return line_; }

 private:
  std::string expanded(const SerdNode& node) {
    SerdNode whole = serd_env_expand_node(env_, &node);
    if (whole.buf == nullptr) {
      if (node.type == SERD_CURIE) unknown_prefix_ = view(node);
      return std::string(view(node));
    }
    std::string out(view(whole));
    serd_node_free(&whole);
    return out;
  }
  TermIndex resource(const SerdNode& node) {
    if (node.type == SERD_BLANK) return graph_.terms().blank(view(node));
    return graph_.terms().iri(expanded(node));
  }

  RdfGraph& graph_;
  RdfPrefixes* prefixes_;
  SerdEnv* env_ = nullptr;
  std::string unknown_prefix_;
  std::string fault_;
  unsigned line_ = 0;
};

SerdSyntax serd_syntax(RdfSyntax syntax) {
  switch (syntax) {
    case RdfSyntax::turtle:
      return SERD_TURTLE;
    case RdfSyntax::ntriples:
      return SERD_NTRIPLES;
    case RdfSyntax::nquads:
      return SERD_NQUADS;
    case RdfSyntax::trig:
      break;
  }
  return SERD_TRIG;
}

/// Looks at brackets wherever they stand, in strings too: text that has a hundred open ones is no
/// vocabulary.
bool nests_too_deep(std::string_view text) {
  int depth = 0;
  for (const char c : text) {
    if (c == '[' || c == '(') ++depth;
    if ((c == ']' || c == ')') && depth > 0) --depth;
    if (depth > kDeepest) return true;
  }
  return false;
}

}  // namespace

RdfSyntax rdf_syntax_of(const std::filesystem::path& path) {
  const std::string extension = path.extension().string();
  if (extension == ".nt") return RdfSyntax::ntriples;
  if (extension == ".nq") return RdfSyntax::nquads;
  if (extension == ".trig") return RdfSyntax::trig;
  return RdfSyntax::turtle;
}

void read_rdf(const std::string& text, RdfSyntax syntax, std::string_view name,
              std::string_view base, RdfGraph& graph, RdfPrefixes* prefixes) {
  const auto fail = [&](unsigned line, std::string_view what) {
    // serd tells no line of what its caller refuses.
    const std::string place = line == 0 ? std::string() : fmt::format("{}:", line);
    throw LoadError(fmt::format("{}:{} {}", visible(name), place, visible(what)));
  };
  if (!is_valid_utf8(text) || text.find('\0') != std::string::npos)
    fail(1, "this is no UTF-8 text");
  const bool nests = syntax == RdfSyntax::turtle || syntax == RdfSyntax::trig;
  if (nests && nests_too_deep(text)) fail(1, "brackets nest too deep");
  Collector collector(graph, base, prefixes);
  const std::unique_ptr<SerdReader, decltype(&serd_reader_free)> reader(
      serd_reader_new(serd_syntax(syntax), &collector, nullptr, Collector::on_base,
                      Collector::on_prefix, Collector::on_statement, nullptr),
      serd_reader_free);
  serd_reader_set_strict(reader.get(), true);
  serd_reader_set_error_sink(reader.get(), Collector::on_error, &collector);
  // Labels of different texts must not meet; the size of the table has grown since the last text.
  const std::string prefix = fmt::format("f{}", graph.terms().size());
  serd_reader_add_blank_prefix(reader.get(), bytes(prefix));
  const SerdStatus status = serd_reader_read_string(reader.get(), bytes(text));
  if (status != SERD_SUCCESS || collector.line() != 0) fail(collector.line(), collector.fault());
}

void read_rdf_file(const std::filesystem::path& path, RdfGraph& graph, RdfPrefixes* prefixes) {
  const std::string base = "file://" + std::filesystem::absolute(path).generic_string();
  read_rdf(read_text_file(path), rdf_syntax_of(path), path.string(), base, graph, prefixes);
}

}  // namespace samgak
