#include "checks/shacl/datatypes.hpp"

#include <gtest/gtest.h>

#include <string>

namespace samgak::shacl {
namespace {

struct Form {
  const char* type;
  const char* text;
  bool good;
};

TEST(Datatypes, KnowsWhatIsALexicalForm) {
  const Form forms[] = {
      {"date", "2024-02-29", true},
      {"date", "2023-02-29", false},
      {"date", "2024-2-9", false},
      {"date", "2024-06-26+09:00", true},
      {"date", "2024-06-26+15:00", false},
      {"date", "02024-06-26", false},
      {"gYearMonth", "2024-13", false},
      {"gYearMonth", "2024-12Z", true},
      {"gYear", "2024", true},
      {"gYear", "24", false},
      {"gYear", "-0044", true},
      {"decimal", "0.93", true},
      {"decimal", ".5", true},
      {"decimal", "1.", true},
      {"decimal", ".", false},
      {"decimal", "1e3", false},
      {"double", "1e3", true},
      {"double", "e3", false},
      {"integer", "-0", true},
      {"nonNegativeInteger", "-0", true},
      {"nonNegativeInteger", "-1", false},
      {"integer", "", false},
      {"boolean", "TRUE", false},
      {"unknown", "anything", true},
  };
  for (const Form& form : forms) {
    const std::string type = std::string("http://www.w3.org/2001/XMLSchema#") + form.type;
    EXPECT_EQ(form.good, is_well_formed(form.text, type)) << form.text << " as " << form.type;
  }
}

TEST(Datatypes, ComparesNumbersOnly) {
  EXPECT_EQ(0.5, numeric_value("+0.5", "http://www.w3.org/2001/XMLSchema#decimal"));
  EXPECT_EQ(std::nullopt, numeric_value("0.5", "http://www.w3.org/2001/XMLSchema#string"));
  EXPECT_EQ(std::nullopt, numeric_value("x", "http://www.w3.org/2001/XMLSchema#decimal"));
}

}  // namespace
}  // namespace samgak::shacl
