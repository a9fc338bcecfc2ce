#include "text/sha256.hpp"

#include <gtest/gtest.h>

#include <cctype>
#include <string>

namespace samgak {
namespace {

// From FIPS 180-4's examples.
TEST(Sha256, GivesThePublishedValues) {
  EXPECT_EQ(Sha256::of("").hex(),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(Sha256::of("abc").hex(),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(Sha256::of(std::string(1'000'000, 'a')).hex(),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, ReadsItsOwnDigitsAndNothingElse) {
  const Sha256 value = Sha256::of("한국");
  const std::string hex = value.hex();
  EXPECT_EQ(Sha256::from_hex(hex), value);
  std::string capital = hex;
  for (char& c : capital) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  EXPECT_EQ(Sha256::from_hex(capital), value);
  for (const std::string& bad :
       {std::string(), hex.substr(1), hex + "0", "g" + hex.substr(1), " " + hex.substr(1)}) {
    EXPECT_EQ(Sha256::from_hex(bad), std::nullopt) << bad;
  }
}

}  // namespace
}  // namespace samgak
