#include "cli/http_client.hpp"

#include <curl/curl.h>

#include "cli/stop_signal.hpp"

namespace samgak {

namespace {

/// Answers are a few numbers; more than this is no Neo4j.
constexpr std::size_t kMostReply = std::size_t{16} << 20;

std::size_t collect(char* data, std::size_t size, std::size_t count, void* into) {
  auto& body = *static_cast<std::string*>(into);
  if (body.size() + size * count > kMostReply) return 0;
  body.append(data, size * count);
  return size * count;
}

int stop_when_asked(void* /*client*/, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return stop_requested() ? 1 : 0;
}

bool is_transient(CURLcode code) {
  switch (code) {
    case CURLE_COULDNT_CONNECT:
    case CURLE_OPERATION_TIMEDOUT:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_GOT_NOTHING:
    case CURLE_PARTIAL_FILE:
      return true;
    default:
      return false;
  }
}

}  // namespace

struct HttpClient::State {
  CURL* handle = nullptr;
  curl_slist* headers = nullptr;
  char error[CURL_ERROR_SIZE] = {};
};

HttpClient::HttpClient(const std::string& user, const std::string& password,
                       std::chrono::seconds limit)
    : state_(std::make_unique<State>()) {
  static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
  state_->handle = ready == CURLE_OK ? curl_easy_init() : nullptr;
  if (state_->handle == nullptr) throw HttpError("libcurl does not start", false);
  CURL* const curl = state_->handle;
  for (const char* header :
       {"Content-Type: application/json", "Accept: application/json", "Expect:"}) {
    state_->headers = curl_slist_append(state_->headers, header);
  }
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, state_->headers);
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, state_->error);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, 10L);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, static_cast<long>(limit.count()));
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, collect);
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, stop_when_asked);
  if (!user.empty()) {
    curl_easy_setopt(curl, CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
    curl_easy_setopt(curl, CURLOPT_USERNAME, user.c_str());
    curl_easy_setopt(curl, CURLOPT_PASSWORD, password.c_str());
  }
}

HttpClient::~HttpClient() {
  curl_slist_free_all(state_->headers);
  curl_easy_cleanup(state_->handle);
}

HttpReply HttpClient::post_json(const std::string& url, std::string_view body) {
  HttpReply reply;
  CURL* const curl = state_->handle;
  state_->error[0] = 0;
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.data());
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &reply.body);
  const CURLcode code = curl_easy_perform(curl);
  throw_if_stopped();
  if (code != CURLE_OK) {
    throw HttpError(state_->error[0] != 0 ? state_->error : curl_easy_strerror(code),
                    is_transient(code));
  }
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &reply.status);
  return reply;
}

}  // namespace samgak
