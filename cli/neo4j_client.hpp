// A running Neo4j, by its Query API (version 2; Neo4j 5.19 and later).
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "cli/http_client.hpp"

namespace samgak {

struct Neo4jAccess {
  std::string url;  ///< `http://host:7474` or `https://…`, without a path
  std::string database = "neo4j";
  std::string user;  ///< empty for a server without credentials
  std::string password;
  std::chrono::seconds limit{300};  ///< for one request
  unsigned retries = 5;
};

/// What one statement did.
struct Neo4jResult {
  std::uint64_t value = 0;  ///< first field of the first row, 0 without one
  std::uint64_t nodes_created = 0;
  std::uint64_t relationships_created = 0;
};

class Neo4jClient {
 public:
  /// `told` gets a line for each attempt that failed and will be made again.
  Neo4jClient(Neo4jAccess access, std::function<void(const std::string&)> told);

  /// Runs one statement as a transaction of its own; `parameters` is a JSON object or empty. What
  /// fails for now (no connection, 5xx, `Neo.TransientError`) is tried again, each time after a
  /// longer pause: the statement must be safe to run twice. Throws `HelperError` that says what the
  /// server said, `Stopped` on a signal.
  Neo4jResult run(std::string_view statement, std::string_view parameters);

 private:
  Neo4jAccess access_;
  std::function<void(const std::string&)> told_;
  HttpClient http_;
  std::string endpoint_;
};

}  // namespace samgak
