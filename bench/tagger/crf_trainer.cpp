#include "bench/tagger/crf_trainer.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace samgak {
namespace {

constexpr int kLabels = kTaggerLabels;
constexpr int kLanes = 16;
constexpr int kStart = kTaggerLabels;

// exp from additions and multiplications only: the library's own may differ in the last bit from
// machine to machine.
float plain_exp(float x) {
  if (x < -80) return 0;
  const float scaled = std::min(x, 80.0F) * 1.44269504F;
  const int whole = static_cast<int>(scaled + (scaled < 0 ? -0.5F : 0.5F));
  const float r = (scaled - static_cast<float>(whole)) * 0.693147181F;
  float y = 1.0F / 5040;
  for (const float c : {1.0F / 720, 1.0F / 120, 1.0F / 24, 1.0F / 6, 0.5F, 1.0F, 1.0F})
    y = y * r + c;
  return y * std::bit_cast<float>(static_cast<std::uint32_t>(whole + 127) << 23);
}

void normalise(WeightRow& row) {
  float sum = 0;
  for (const float v : row) sum += v;
  for (float& v : row) v /= sum;
}

class Trainer {
 public:
  Trainer(std::size_t row_count, const CrfOptions& options)
      : options_(options), random_(options.seed), squares_(row_count), seen_(row_count) {
    model_.rows.resize(row_count);
  }

  void count(const IndexedSentence& s) {
    for (const std::uint32_t row : s.rows) ++seen_[row];
  }
  void step(const IndexedSentence& s, float rate);
  RandomNumbers& random() { return random_; }
  [[nodiscard]] const CrfModel& model() const { return model_; }

 private:
  void emit(const IndexedSentence& s);
  void exponentiate_transitions();
  void run_forward();
  void run_backward(const IndexedSentence& s);
  void learn(const IndexedSentence& s, float rate);
  void update(WeightRow& weights, WeightRow& squares, const WeightRow& gradient, float rate) const;

  CrfOptions options_;
  RandomNumbers random_;
  CrfModel model_;
  std::vector<WeightRow> squares_;
  std::array<WeightRow, kLanes> transition_squares_{};
  std::vector<std::uint32_t> seen_;

  // Of the sentence at hand. Probabilities are scaled to sum to one at each character.
  std::vector<std::uint8_t> kept_;
  std::vector<WeightRow> emissions_, forward_, backward_;
  std::array<WeightRow, kLanes> steps_{}, turned_steps_{}, transition_gradient_{};
};

void Trainer::emit(const IndexedSentence& s) {
  emissions_.assign(s.size(), WeightRow{});
  kept_.assign(s.rows.size(), 0);
  const float scale = 65536.0F / static_cast<float>(65536 - options_.dropout);
  for (std::size_t i = 0; i < s.size(); ++i) {
    WeightRow& e = emissions_[i];
    for (std::uint32_t k = s.begins[i]; k < s.begins[i + 1]; ++k) {
      if (seen_[s.rows[k]] < options_.least_seen || (random_.next() >> 48) < options_.dropout)
        continue;
      kept_[k] = 1;
      const WeightRow& w = model_.rows[s.rows[k]];
      for (int y = 0; y < kLanes; ++y) e[y] += w[y];
    }
    float top = e[0] * scale;
    for (int y = 0; y < kLabels; ++y) top = std::max(top, e[y] *= scale);
    for (int y = 0; y < kLabels; ++y) e[y] = plain_exp(e[y] - top);
    std::fill(e.begin() + kLabels, e.end(), 0.0F);
  }
}

void Trainer::exponentiate_transitions() {
  for (int a = 0; a <= kStart; ++a) {
    for (int b = 0; b < kLabels; ++b) {
      steps_[a][b] = may_follow(a, b) ? plain_exp(model_.transitions[a][b]) : 0;
      turned_steps_[b][a] = steps_[a][b];
    }
  }
}

void Trainer::run_forward() {
  forward_.resize(emissions_.size());
  for (std::size_t i = 0; i < emissions_.size(); ++i) {
    WeightRow reached{};
    if (i == 0) {
      reached = steps_[kStart];
    } else {
      for (int a = 0; a < kLabels; ++a) {
        for (int b = 0; b < kLanes; ++b) reached[b] += forward_[i - 1][a] * steps_[a][b];
      }
    }
    for (int b = 0; b < kLanes; ++b) forward_[i][b] = reached[b] * emissions_[i][b];
    normalise(forward_[i]);
  }
}

// Also sums up how often each transition is expected, less how often it is there.
void Trainer::run_backward(const IndexedSentence& s) {
  backward_.resize(s.size());
  transition_gradient_ = {};
  backward_.back().fill(1);
  for (std::size_t i = s.size() - 1; i > 0; --i) {
    WeightRow ahead{};
    for (int b = 0; b < kLanes; ++b) ahead[b] = emissions_[i][b] * backward_[i][b];
    WeightRow& out = backward_[i - 1];
    out.fill(0);
    for (int b = 0; b < kLabels; ++b) {
      for (int a = 0; a < kLabels; ++a) out[a] += ahead[b] * turned_steps_[b][a];
    }
    float sum = 0;
    for (int a = 0; a < kLabels; ++a) sum += forward_[i - 1][a] * out[a];
    for (int a = 0; a < kLabels; ++a) {
      const float share = forward_[i - 1][a] / sum;
      for (int b = 0; b < kLanes; ++b)
        transition_gradient_[a][b] += share * steps_[a][b] * ahead[b];
    }
    transition_gradient_[s.labels[i - 1]][s.labels[i]] -= 1;
    normalise(out);
  }
}

void Trainer::update(WeightRow& weights, WeightRow& squares, const WeightRow& gradient,
                     float rate) const {
  for (int y = 0; y < kLanes; ++y) {
    const float g = gradient[y] + options_.decay * weights[y];
    squares[y] += g * g;
    weights[y] -= rate * g / std::sqrt(squares[y] + 1e-2F);
  }
}

void Trainer::learn(const IndexedSentence& s, float rate) {
  for (std::size_t i = 0; i < s.size(); ++i) {
    WeightRow gradient{};
    for (int y = 0; y < kLanes; ++y) gradient[y] = forward_[i][y] * backward_[i][y];
    normalise(gradient);
    gradient[s.labels[i]] -= 1;
    if (i == 0) transition_gradient_[kStart] = gradient;
    float size = 0;
    for (float& v : gradient) size += std::fabs(v *= s.weight);
    if (size < 1e-4F) continue;
    for (std::uint32_t k = s.begins[i]; k < s.begins[i + 1]; ++k) {
      if (kept_[k] != 0) update(model_.rows[s.rows[k]], squares_[s.rows[k]], gradient, rate);
    }
  }
  for (int a = 0; a <= kStart; ++a) {
    update(model_.transitions[a], transition_squares_[a], transition_gradient_[a], rate);
  }
}

void Trainer::step(const IndexedSentence& s, float rate) {
  if (s.size() == 0) return;
  emit(s);
  exponentiate_transitions();
  run_forward();
  run_backward(s);
  learn(s, rate);
}

void add_to(CrfModel& sum, const CrfModel& model, float share) {
  const auto add = [share](WeightRow& to, const WeightRow& from) {
    for (int y = 0; y < kLanes; ++y) to[y] += from[y] * share;
  };
  for (std::size_t r = 0; r < sum.rows.size(); ++r) add(sum.rows[r], model.rows[r]);
  for (std::size_t a = 0; a < sum.transitions.size(); ++a)
    add(sum.transitions[a], model.transitions[a]);
}

}  // namespace

CrfModel train_crf(std::span<const IndexedSentence* const> sentences, std::size_t row_count,
                   const CrfOptions& options) {
  Trainer trainer(row_count, options);
  for (const IndexedSentence* s : sentences) trainer.count(*s);
  std::vector<std::size_t> order(sentences.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  CrfModel mean;
  mean.rows.resize(row_count);
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    for (std::size_t i = order.size(); i > 1; --i)
      std::swap(order[i - 1], order[trainer.random().below(i)]);
    const float left =
        static_cast<float>(options.epochs - epoch) / static_cast<float>(options.epochs);
    const float rate = options.rate * std::min(1.0F, left * 2);
    for (const std::size_t i : order) trainer.step(*sentences[i], rate);
    if (epoch >= options.epochs - options.averaged_epochs) {
      add_to(mean, trainer.model(), 1.0F / static_cast<float>(options.averaged_epochs));
    }
  }
  return mean;
}

}  // namespace samgak
