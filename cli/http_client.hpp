// Posts JSON to a server, by libcurl.
#pragma once

#include <chrono>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace samgak {

struct HttpReply {
  long status = 0;
  std::string body;
};

/// No answer came: the message says why. Whether it may work later is `transient`.
class HttpError : public std::runtime_error {
 public:
  HttpError(const std::string& what, bool transient_)
      : std::runtime_error(what), transient(transient_) {}
  bool transient;
};

/// One connection that is kept. Speaks http and https only, follows no redirect. Not thread-safe.
class HttpClient {
 public:
  /// Without `user` no credentials are sent.
  HttpClient(const std::string& user, const std::string& password, std::chrono::seconds limit);
  ~HttpClient();
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  /// Any answer of the server is a reply, whatever its status. Throws `HttpError` when there is
  /// none, and `Stopped` once a signal asked the program to end.
  [[nodiscard]] HttpReply post_json(const std::string& url, std::string_view body);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace samgak
