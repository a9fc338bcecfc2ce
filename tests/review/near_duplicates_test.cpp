#include "review/near_duplicates.hpp"

#include <gtest/gtest.h>

#include <iostream>
#include <set>

#include "review/hanja_reader.hpp"
#include "review/name_forms.hpp"
#include "review/romanisation.hpp"
#include "review/title_notions.hpp"
#include "tests/review/small_graph.hpp"

namespace samgak::review {
namespace {

struct Pair {
  const char* type;
  const char* a;
  const char* b;
  Likeness likeness;
};

// Names of no document: each pair is one thing under two names.
const std::vector<Pair>& seeded_pairs() {
  static const std::vector<Pair> pairs{
      {"Organization", "새봄 전자 부품 협회", "새봄전자부품협회", Likeness::spacing},
      {"Organization", "ＡＢＱ 연구소", "ABQ연구소", Likeness::spacing},
      {"Ministry", "미래기술심사처", "미래 기술심사처", Likeness::spacing},
      {"Meeting", "한·호주 수소 공급망 실무대화", "한-호주 수소공급망 실무대화", Likeness::spacing},
      {"Programme", "푸른바다 배터리 재활용 사업단", "「푸른바다」 배터리재활용사업단",
       Likeness::spacing},
      {"Agreement", "희소금속 상호 비축 협정", "희소금속상호비축협정", Likeness::spacing},
      {"Organization", "東海精密技術硏究院", "동해정밀기술연구원", Likeness::hanja},
      {"Organization", "北岳産業協会", "북악산업협회", Likeness::hanja},
      {"Person", "李秀賢", "이수현", Likeness::hanja},
      {"Person", "柳志英", "유지영", Likeness::hanja},
      {"Meeting", "東北亞半導體協議會", "동북아반도체협의회", Likeness::hanja},
      {"Agreement", "電池技術保護協定", "전지기술보호협정", Likeness::hanja},
      {"Person", "홍길동", "Hong Gil-dong", Likeness::romanised},
      {"Person", "박서준", "Seo-jun Park", Likeness::romanised},
      {"Person", "최민호", "Choi Min-ho", Likeness::romanised},
      {"Person", "이정우", "Lee Jung-woo", Likeness::romanised},
      {"Person", "노영민", "Roh Young-min", Likeness::romanised},
      {"Person", "정하늘", "Jeong Haneul", Likeness::romanised},
      {"Person", "윤성빈", "Yoon Sung-bin", Likeness::romanised},
      {"Person", "남궁혁", "Namgung Hyuk", Likeness::romanised},
      {"Place", "판교", "Pangyo", Likeness::romanised},
      {"Place", "군산", "Kunsan", Likeness::romanised},
      {"Meeting", "제3차 한일 경제안보대화", "3rd Korea-Japan Economic Security Dialogue",
       Likeness::translated},
      {"Meeting", "한·미·일 기술 협력 포럼",
       "Korea-United States-Japan Technology Cooperation Forum", Likeness::translated},
      {"Meeting", "한-독일 과학기술공동위원회",
       "Korea-Germany Joint Committee on Science and Technology", Likeness::translated},
      {"Meeting", "한-캐나다 핵심광물 대화", "韓国・カナダ重要鉱物対話", Likeness::translated},
      {"Agreement", "한-네덜란드 반도체 협력 양해각서",
       "Korea-Netherlands Memorandum of Understanding on Semiconductor Cooperation",
       Likeness::translated},
      {"Programme", "한일 양자 공동 연구 프로그램",
       "Korea-Japan Joint Research Programme on Quantum Technology", Likeness::translated},
      {"Organization", "KIMTA", "Korea Institute of Marine Technology Advancement",
       Likeness::acronym},
      {"Organization", "NCQS", "National Centre for Quantum Security", Likeness::acronym},
      {"Ministry", "산업비밀보호심의위원회", "산업비밀보흐심의위원회", Likeness::spelling},
      {"Programme", "핵심소재 조기경보망", "핵심소재 조기경부망", Likeness::spelling},
      {"Organization", "Advanced Photonics Alliance", "Advanced Photnics Alliance",
       Likeness::spelling},
      {"Organization", "Northern Robotics Council", "Northern Robotics Conucil",
       Likeness::spelling},
  };
  return pairs;
}

// Names that look alike and are not one.
const std::vector<std::pair<const char*, const char*>>& traps() {
  static const std::vector<std::pair<const char*, const char*>> names{
      {"Meeting", "제4차 한일 경제안보대화"},
      {"Meeting", "5th Korea-Japan Economic Security Dialogue"},
      {"Meeting", "3rd Korea-China Economic Security Dialogue"},
      {"Meeting", "한미 반도체 대화"},
      {"Meeting", "한일 반도체 대화"},
      {"Meeting", "한미일 반도체 대화"},
      {"Agreement", "희귀 품목 수출 통제 협정"},
      {"Agreement", "희귀 품목 수입 통제 협정"},
      {"Person", "이소연"},
      {"Person", "Lee Seo-yeon"},
      {"Person", "김민수"},
      {"Person", "Kim Min-ho"},
      {"Person", "박지은"},
      {"Person", "Park Ji-won"},
      {"Person", "강태오"},
      {"Person", "강태호"},
      {"Organization", "한빛전자통신연구원"},
      {"Organization", "한빛전자부품연구원"},
      {"Organization", "국방과학시험원"},
      {"Organization", "국방기술시험원"},
      {"Meeting", "Austria-Korea Technology Forum"},
      {"Meeting", "Australia-Korea Technology Forum"},
      {"Place", "동부 산업단지"},
      {"Place", "서부 산업단지"},
      {"Programme", "푸른바다 수소 사업단"},
      {"Programme", "2단계 핵심소재 조기경보망"},
      {"Programme", "3단계 핵심소재 조기경보망"},
      {"Technology", "양자암호통신"},
      {"Technology", "양자암호통식"},  // a slip: the one trap that is a pair
  };
  return names;
}

std::string id(const std::string& type, const std::string& name) {
  return type + "/" + spacing_free_key(name) + (name.find(' ') == std::string::npos ? "-1" : "-2");
}

KnowledgeGraph seeded_graph() {
  SmallGraph graph;
  for (const Pair& pair : seeded_pairs()) {
    graph.node(id(pair.type, pair.a) + "a", pair.type, pair.a);
    graph.node(id(pair.type, pair.b) + "b", pair.type, pair.b);
  }
  for (const auto& [type, name] : traps()) graph.node(id(type, name), type, name);
  return graph.build();
}

TEST(NearDuplicates, SeededPairsAreFoundAndTrapsAreNot) {
  const KnowledgeGraph graph = seeded_graph();
  std::set<std::pair<std::string, std::string>> wanted;
  for (const Pair& pair : seeded_pairs()) wanted.insert(std::minmax<std::string>(pair.a, pair.b));
  wanted.insert(std::minmax<std::string>("양자암호통신", "양자암호통식"));
  std::size_t right = 0;
  std::size_t found = 0;
  std::set<std::pair<std::string, std::string>> missed = wanted;
  for (const NearDuplicate& duplicate : find_near_duplicates(graph, own_ontology())) {
    const std::pair<std::string, std::string> names = std::minmax<std::string>(
        std::string(graph.entity(duplicate.a).name), std::string(graph.entity(duplicate.b).name));
    ++found;
    right += wanted.count(names);
    missed.erase(names);
    if (wanted.count(names) == 0) {
      std::cout << "false pair: " << names.first << " = " << names.second << " ["
                << to_string(duplicate.likeness) << "]\n";
    }
  }
  for (const auto& [a, b] : missed) std::cout << "missed: " << a << " = " << b << "\n";
  ASSERT_GT(found, 0u);
  EXPECT_GE(static_cast<double>(right) / static_cast<double>(found), 0.9);
  EXPECT_GE(static_cast<double>(right) / static_cast<double>(wanted.size()), 0.9);
}

TEST(NearDuplicates, EachSeededPairHasItsReason) {
  for (const Pair& pair : seeded_pairs()) {
    SmallGraph graph;
    graph.node("a", pair.type, pair.a).node("b", pair.type, pair.b);
    const std::vector<NearDuplicate> found = find_near_duplicates(graph.build(), own_ontology());
    ASSERT_EQ(found.size(), 1u) << pair.a << " = " << pair.b;
    EXPECT_EQ(to_string(found[0].likeness), to_string(pair.likeness)) << pair.a;
    EXPECT_EQ(found[0].form_a, pair.a);
    EXPECT_EQ(found[0].form_b, pair.b);
  }
}

TEST(NearDuplicates, OneWikidataIdIsOneThing) {
  SmallGraph graph;
  graph.node("org/a", "Organization", "새봄협회").last().wikidata = "Q123456";
  graph.node("org/b", "Organization", "Spring Association").last().wikidata = "Q123456";
  const std::vector<NearDuplicate> found = find_near_duplicates(graph.build(), own_ontology());
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].likeness, Likeness::wikidata);
}

TEST(NearDuplicates, WhatTheOntologyListsAsTwoIsTwo) {
  SmallGraph graph;
  graph.node("state/AT", "Country", "오스트리아").node("state/AU", "Country", "호주");
  EXPECT_TRUE(find_near_duplicates(graph.build(), own_ontology()).empty());
}

TEST(NearDuplicates, AListedNodeMeetsItsOtherNames) {
  SmallGraph graph;
  graph.node("body/kr/motie", "Ministry", "산업통상자원부");
  graph.node("ministry/x", "Ministry", "Ministry of Trade, Industry & Energy");
  graph.node("organization/y", "Organization", "産業通商資源部");
  const KnowledgeGraph built = graph.build();
  std::set<std::string> met;
  for (const NearDuplicate& duplicate : find_near_duplicates(built, own_ontology())) {
    if (built.id(duplicate.a) == "body/kr/motie") met.emplace(built.id(duplicate.b));
  }
  EXPECT_EQ(met.count("organization/y"), 1u);
}

TEST(NearDuplicates, MeetingsOfOneNameOnTwoDaysAreTwo) {
  SmallGraph graph;
  graph.node("meeting/a", "Meeting", "한·중 반도체 공급망 국장급 대화")
      .claim("date", "2031-05-02", "a", 1);
  graph.node("meeting/b", "Meeting", "한중 반도체공급망 국장급대화")
      .claim("date", "2032-06-01", "b", 1);
  EXPECT_TRUE(find_near_duplicates(graph.build(), own_ontology()).empty());
}

TEST(NearDuplicates, ManyEqualNamesDoNotTakeQuadraticTime) {
  SmallGraph graph;
  for (int i = 0; i < 3000; ++i) graph.node("org/" + std::to_string(i), "Organization", "새봄협회");
  // Each meets its neighbours, not all others.
  EXPECT_LT(find_near_duplicates(graph.build(), own_ontology()).size(), 3000u * 10);
}

TEST(HanjaReader, ReadsAsKoreanDoes) {
  HanjaReader reader(own_ontology().lexicon);
  const std::vector<std::pair<std::string, std::string>> rows{{"經濟産業省", "경제산업성"},
                                                              {"経済産業省", "경제산업성"},
                                                              {"韓國", "한국"},
                                                              {"韩国", "한국"},
                                                              {"対話", "대화"},
                                                              {"研究院", "연구원"},
                                                              {"総務部", "총무부"},
                                                              {"사이버 安保", "사이버 안보"},
                                                              {"abc", "abc"},
                                                              {"", ""}};
  for (const auto& [hanja, hangul] : rows) EXPECT_EQ(reader.read(hanja), hangul);
  EXPECT_EQ(fold_initial_sound(reader.read("李相文")), "이상문");
  EXPECT_EQ(fold_initial_sound("량리녀 로라"), "양리녀 노라");
}

TEST(Romanisation, EveryUsualWayCountsAndOthersDoNot) {
  const std::vector<std::tuple<std::string, std::string, bool>> rows{
      {"덕근", "dukgeun", true},  {"덕근", "deokgeun", true}, {"덕근", "deokkeun", true},
      {"덕근", "dalgeun", false}, {"소연", "seoyeon", false}, {"서연", "seoyeon", true},
      {"판교", "pangyo", true},   {"서울", "seoul", true},    {"부산", "pusan", true},
      {"부산", "busan", true},    {"부산", "busa", false},    {"부산", "busann", false}};
  for (const auto& [hangul, latin, right] : rows) {
    EXPECT_EQ(romanises(hangul, latin), right) << hangul << " " << latin;
    if (right) {
      EXPECT_EQ(consonant_skeleton(hangul), consonant_skeleton(latin)) << latin;
    }
  }
  EXPECT_FALSE(romanises("", ""));
  EXPECT_FALSE(romanises("가a", "ga"));
}

TEST(TitleReader, SaysTheSameInThreeLanguages) {
  const TitleReader reader(own_ontology());
  const TitleNotions ko = reader.read("제2차 한·일 사이버 협의");
  EXPECT_EQ(ko.states, (std::vector<std::string>{"state/JP", "state/KR"}));
  EXPECT_EQ(ko.numbers, std::vector<std::string>{"2"});
  EXPECT_EQ(ko.rest, "");
  EXPECT_EQ(reader.read("Second Korea-Japan Cyber Consultation"), ko);
  EXPECT_EQ(reader.read("第2回日韓サイバー協議"), ko);
  EXPECT_NE(reader.read("third Korea-Japan Cyber Consultation"), ko);
  EXPECT_EQ(reader.read("뜻모를 회의").rest, "뜻모를");
}

}  // namespace
}  // namespace samgak::review
