#include "cli/neo4j_client.hpp"

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <optional>
#include <thread>

#include "cli/exit_code.hpp"
#include "cli/stop_signal.hpp"
#include "cli/terminal.hpp"

namespace samgak {

namespace {

/// Iterative: what a server sends must not reach the stack.
using Json = rapidjson::Document;

Json parsed(const std::string& body) {
  Json json;
  json.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(body.data(),
                                                                                     body.size());
  return json;
}

const rapidjson::Value* member(const rapidjson::Value& object, const char* key) {
  if (!object.IsObject()) return nullptr;
  const auto found = object.FindMember(key);
  return found == object.MemberEnd() ? nullptr : &found->value;
}

std::string text_of(const rapidjson::Value* value) {
  return value != nullptr && value->IsString()
             ? std::string(value->GetString(), value->GetStringLength())
             : std::string();
}

std::uint64_t number_of(const rapidjson::Value* value) {
  return value != nullptr && value->IsUint64() ? value->GetUint64() : 0;
}

struct Refusal {
  std::string code;
  std::string message;
};

std::optional<Refusal> refusal_in(const Json& json) {
  if (json.HasParseError()) return std::nullopt;
  const rapidjson::Value* errors = member(json, "errors");
  if (errors == nullptr || !errors->IsArray() || errors->Empty()) return std::nullopt;
  return Refusal{text_of(member((*errors)[0], "code")), text_of(member((*errors)[0], "message"))};
}

std::string first_line(const std::string& text) {
  constexpr std::size_t kMost = 300;
  return terminal_text(std::string_view(text).substr(0, std::min(text.find('\n'), kMost)));
}

/// A request that failed: why, and whether to make it again.
struct Failure {
  std::string why;
  bool transient = false;
};

std::optional<Failure> failure_of(const HttpReply& reply, const Json& json,
                                  const Neo4jAccess& access) {
  const std::optional<Refusal> refusal = refusal_in(json);
  if (reply.status == 401)
    return Failure{
        fmt::format("{} does not accept user «{}» with this password", access.url, access.user)};
  if (refusal) {
    return Failure{fmt::format("{}: {}", first_line(refusal->code), first_line(refusal->message)),
                   refusal->code.starts_with("Neo.TransientError")};
  }
  if (reply.status == 404) {
    return Failure{
        fmt::format("{} has no Query API: it needs Neo4j 5.19 or later, where "
                    "server.http_enabled_modules has QUERY_API_ENDPOINTS",
                    access.url)};
  }
  if (reply.status == 429 || reply.status >= 500)
    return Failure{fmt::format("HTTP status {}", reply.status), true};
  if (reply.status < 200 || reply.status >= 300)
    return Failure{fmt::format("HTTP status {}", reply.status)};
  if (json.HasParseError() || member(json, "data") == nullptr) {
    return Failure{fmt::format("{} does not answer as Neo4j does", access.url)};
  }
  return std::nullopt;
}

Neo4jResult result_of(const Json& json) {
  Neo4jResult result;
  const rapidjson::Value* values = member(*member(json, "data"), "values");
  if (values != nullptr && values->IsArray() && !values->Empty() && (*values)[0].IsArray() &&
      !(*values)[0].Empty()) {
    result.value = number_of(&(*values)[0][0]);
  }
  if (const rapidjson::Value* counters = member(json, "counters")) {
    result.nodes_created = number_of(member(*counters, "nodesCreated"));
    result.relationships_created = number_of(member(*counters, "relationshipsCreated"));
  }
  return result;
}

std::string request_body(std::string_view statement, std::string_view parameters) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  writer.StartObject();
  writer.Key("statement");
  writer.String(statement.data(), static_cast<rapidjson::SizeType>(statement.size()));
  writer.Key("includeCounters");
  writer.Bool(true);
  if (!parameters.empty()) {
    writer.Key("parameters");
    writer.RawValue(parameters.data(), parameters.size(), rapidjson::kObjectType);
  }
  writer.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

/// In short steps, so that a signal ends it.
void pause(std::chrono::milliseconds time) {
  constexpr std::chrono::milliseconds kStep{50};
  for (; time.count() > 0; time -= kStep) {
    throw_if_stopped();
    std::this_thread::sleep_for(std::min(time, kStep));
  }
}

}  // namespace

Neo4jClient::Neo4jClient(Neo4jAccess access, std::function<void(const std::string&)> told)
    : access_(std::move(access)),
      told_(std::move(told)),
      http_(access_.user, access_.password, access_.limit),
      endpoint_(fmt::format("{}/db/{}/query/v2", access_.url, access_.database)) {}

Neo4jResult Neo4jClient::run(std::string_view statement, std::string_view parameters) {
  const std::string body = request_body(statement, parameters);
  std::chrono::milliseconds wait{250};
  for (unsigned attempt = 0;; ++attempt, wait *= 2) {
    Failure failure;
    try {
      const HttpReply reply = http_.post_json(endpoint_, body);
      const Json json = parsed(reply.body);
      const std::optional<Failure> failed = failure_of(reply, json, access_);
      if (!failed) return result_of(json);
      failure = *failed;
    } catch (const HttpError& error) {
      failure = {fmt::format("{}: {}", access_.url, error.what()), error.transient};
    }
    if (!failure.transient) throw HelperError(failure.why);
    if (attempt == access_.retries) {
      throw HelperError(
          fmt::format("{} (given up after {})", failure.why, counted(attempt + 1, "attempt")));
    }
    told_(fmt::format("{}; trying again", failure.why));
    pause(wait);
  }
}

}  // namespace samgak
