#include "comparison/blank_labels.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "comparison/vocabulary_comparison.hpp"
#include "tests/comparison/small_vocabulary.hpp"
#include "text/diagnostic.hpp"

namespace samgak {
namespace {

std::vector<std::string> labels(const std::string& turtle) {
  const auto read = vocabulary(turtle);
  std::vector<std::string> out;
  for (const auto& [node, label] : blank_labels(read->graph())) out.push_back(label);
  std::sort(out.begin(), out.end());
  return out;
}

std::size_t differences(const std::string& before, const std::string& after) {
  return compare_vocabularies(*vocabulary(before), *vocabulary(after), DataUse()).size();
}

TEST(BlankLabels, AreForNodesThatNoBracketCanHold) {
  EXPECT_EQ(labels(":a :b [ :c [ :d 1 ] ] , ( 1 [ :e 2 ] ) . [] :f 3 ."),
            std::vector<std::string>{});
  EXPECT_EQ(labels(":a :b _:x . :c :b _:x .").size(), 1U);
  EXPECT_EQ(labels("_:x :b _:y . _:y :b _:x .").size(), 2U);
  EXPECT_EQ(labels("_:x :b _:x .").size(), 1U);
}

TEST(BlankLabels, FollowFromTheStructureAlone) {
  const std::string triangle = "_:x :b _:y . _:y :b _:z . _:z :b _:x . _:y :name \"n\" .";
  const std::string renamed = "_:k :name \"n\" . _:m :b _:k . _:k :b _:a . _:a :b _:m .";
  EXPECT_EQ(labels(triangle), labels(renamed));
  EXPECT_EQ(differences(triangle, renamed), 0U);
  const std::string reversed = "_:x :b _:z . _:y :b _:x . _:z :b _:y . _:y :name \"m\" .";
  EXPECT_NE(labels(triangle), labels(reversed));
}

// Colours alone cannot tell two triangles from one hexagon: every node has one arrow in, one out.
TEST(BlankLabels, TellWhatOnlyTrialCanTell) {
  const std::string hub = "_:h :n _:a , _:b , _:c , _:d , _:e , _:f . ";
  const std::string triangles =
      hub + "_:a :to _:b . _:b :to _:c . _:c :to _:a . _:d :to _:e . _:e :to _:f . _:f :to _:d .";
  const std::string other_triangles =
      hub + "_:a :to _:c . _:c :to _:e . _:e :to _:a . _:b :to _:f . _:f :to _:d . _:d :to _:b .";
  const std::string hexagon =
      hub + "_:a :to _:b . _:b :to _:c . _:c :to _:d . _:d :to _:e . _:e :to _:f . _:f :to _:a .";
  EXPECT_EQ(labels(triangles), labels(other_triangles));
  EXPECT_NE(labels(triangles), labels(hexagon));
  EXPECT_EQ(differences(triangles, other_triangles), 0U);
  EXPECT_GT(differences(triangles, hexagon), 0U);
}

TEST(BlankLabels, GiveUpOnWhatIsTooMuchAlike) {
  std::string all = "_:h :n _:h";
  for (int i = 0; i < 12; ++i) all += " , _:n" + std::to_string(i);
  all += " . ";
  for (int i = 0; i < 12; ++i) all += "_:n" + std::to_string(i) + " :m _:h . ";
  EXPECT_THROW(labels(all), LoadError);
}

TEST(Comparison, BlankNodesHaveNoNames) {
  EXPECT_EQ(differences(":a :b _:x . _:x :c 1 ; :d 2 .", ":a :b [ :d 2 ; :c 1 ] ."), 0U);
  EXPECT_EQ(differences("[] a owl:AllDisjointClasses ; owl:members ( :a :b ) .",
                        "_:q owl:members ( :a :b ) ; a owl:AllDisjointClasses ."),
            0U);
  EXPECT_EQ(differences(":a :b ( 1 2 ) .", ":a :b ( 2 1 ) ."), 1U);
  EXPECT_EQ(differences(":a :b [ :c \"x\"@ko ] .", ":a :b [ :c \"x\"@en ] ."), 1U);
}

}  // namespace
}  // namespace samgak
