#include <rapidjson/document.h>
#include <rapidjson/filewritestream.h>
#include <rapidjson/writer.h>

#include <stdexcept>
#include <vector>

#include "bench/speed/peers.hpp"

namespace samgak {

struct RapidJsonPeer::State {
  std::string text;
  rapidjson::Document document;
};

RapidJsonPeer::RapidJsonPeer(std::string_view json) : state_(std::make_unique<State>()) {
  state_->text = json;
  state_->document.ParseInsitu<rapidjson::kParseIterativeFlag>(state_->text.data());
  if (state_->document.HasParseError()) throw std::runtime_error("our JSON-LD is no JSON");
}

RapidJsonPeer::~RapidJsonPeer() = default;

void RapidJsonPeer::write(std::FILE* out) const {
  std::vector<char> buffer(256 * 1024);
  rapidjson::FileWriteStream stream(out, buffer.data(), buffer.size());
  rapidjson::Writer<rapidjson::FileWriteStream> writer(stream);
  state_->document.Accept(writer);
}

}  // namespace samgak
