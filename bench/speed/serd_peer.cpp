#include <serd/serd.h>

#include <array>
#include <stdexcept>
#include <vector>

#include "bench/speed/peers.hpp"

namespace samgak {

namespace {

/// One term; its text lies in the arena, ended by a NUL as serd wants it.
struct Term {
  std::size_t offset = 0;
  std::size_t bytes = 0;
  std::size_t characters = 0;
  SerdNodeFlags flags = 0;
  SerdType type = SERD_NOTHING;
};

enum Role : std::size_t { kGraph, kSubject, kPredicate, kObject, kDatatype, kLanguage, kRoles };

}  // namespace

struct SerdPeer::State {
  std::string arena;
  std::vector<std::array<Term, kRoles>> quads;

  void keep(Term& term, const SerdNode* node) {
    if (node == nullptr || node->buf == nullptr) return;
    term = {arena.size(), node->n_bytes, node->n_chars, node->flags, node->type};
    arena.append(reinterpret_cast<const char*>(node->buf), node->n_bytes);
    arena.push_back('\0');
  }
  [[nodiscard]] SerdNode view(const Term& term) const {
    if (term.type == SERD_NOTHING) return SERD_NODE_NULL;
    return {reinterpret_cast<const std::uint8_t*>(arena.data() + term.offset), term.bytes,
            term.characters, term.flags, term.type};
  }
};

SerdPeer::SerdPeer(std::string_view nquads) : state_(std::make_unique<State>()) {
  const auto take = [](void* handle, SerdStatementFlags, const SerdNode* graph,
                       const SerdNode* subject, const SerdNode* predicate, const SerdNode* object,
                       const SerdNode* datatype, const SerdNode* language) {
    auto* state = static_cast<State*>(handle);
    std::array<Term, kRoles>& quad = state->quads.emplace_back();
    state->keep(quad[kGraph], graph);
    state->keep(quad[kSubject], subject);
    state->keep(quad[kPredicate], predicate);
    state->keep(quad[kObject], object);
    state->keep(quad[kDatatype], datatype);
    state->keep(quad[kLanguage], language);
    return SERD_SUCCESS;
  };
  SerdReader* reader =
      serd_reader_new(SERD_NQUADS, state_.get(), nullptr, nullptr, nullptr, take, nullptr);
  const std::string text(nquads);
  const SerdStatus status =
      serd_reader_read_string(reader, reinterpret_cast<const std::uint8_t*>(text.c_str()));
  serd_reader_free(reader);
  if (status != SERD_SUCCESS) throw std::runtime_error("our N-Quads are none to serd");
}

SerdPeer::~SerdPeer() = default;

std::uint64_t SerdPeer::quads() const {
  return state_->quads.size();
}

void SerdPeer::write(WriteBytes sink, void* stream) const {
  SerdEnv* env = serd_env_new(nullptr);
  // Bulk gathers pages of 4096 bytes, the fastest that serd offers.
  SerdWriter* writer = serd_writer_new(SERD_NQUADS, SERD_STYLE_BULK, env, nullptr, sink, stream);
  for (const auto& quad : state_->quads) {
    std::array<SerdNode, kRoles> nodes;
    for (std::size_t i = 0; i < kRoles; ++i) nodes[i] = state_->view(quad[i]);
    const auto optional = [&](Role role) {
      return nodes[role].type == SERD_NOTHING ? nullptr : &nodes[role];
    };
    serd_writer_write_statement(writer, 0, optional(kGraph), &nodes[kSubject], &nodes[kPredicate],
                                &nodes[kObject], optional(kDatatype), optional(kLanguage));
  }
  serd_writer_finish(writer);
  serd_writer_free(writer);
  serd_env_free(env);
}

}  // namespace samgak
