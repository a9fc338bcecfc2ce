#!/usr/bin/env python3
"""Writes invented Korean policy articles in every raw shape that Samgak reads.

    make_corpus.py FOLDER [--documents N] [--megabytes M] [--seed S] [--shapes post,page,scraped,release,lines]

FOLDER.known.jsonl says what the articles state: a line for each statement, with document, names and relation.
The same arguments give the same bytes. Sentences, people and meetings are made up from the parts below; the state,
ministry and technology names are real, so that the extractors have work to do.
"""
import argparse
import html
import json
import pathlib
import random
import re

STATES = [("미국", "미", ("국무부", "상무부", "에너지부")), ("일본", "일", ("경제산업성", "외무성", "문부과학성")),
          ("중국", "중", ("상무부", "과학기술부", "외교부")), ("영국", "영", ("과학혁신기술부", "외교부", "산업통상부")),
          ("네덜란드", "네덜란드", ("경제부", "외교부")), ("인도", "인도", ("전자정보기술부", "외교부")),
          ("호주", "호주", ("산업과학자원부", "외교통상부")), ("캐나다", "캐나다", ("천연자원부", "혁신과학경제개발부")),
          ("독일", "독일", ("연방경제기후보호부", "외교부")), ("프랑스", "프랑스", ("외교부", "경제부"))]
OURS = [("산업통상자원부", "산업부"), ("과학기술정보통신부", "과기정통부"), ("외교부", "외교부"), ("국방부", "국방부"),
        ("법무부", "법무부"), ("관세청", "관세청"), ("특허청", "특허청"), ("경찰청", "경찰청")]
POSTS = ["장관", "차관", "제1차관", "제2차관", "통상교섭본부장", "청장", "차관보", "실장"]
SURNAMES = "김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 류 홍".split()
SYLLABLES = "민 서 준 지 현 우 영 수 진 호 성 재 은 경 태 동 상 원 희 철 석 규 형 범 도 연 선 화 환 근".split()
WESTERN = ["마이클 로우", "앤 파커", "로라 그린", "데이비드 쇼", "엠마 클라크", "제임스 필드", "한나 베르거", "루카 메이어"]
TECHNOLOGIES = ["반도체", "인공지능", "양자컴퓨팅", "이차전지", "바이오", "핵심광물", "6G", "차세대 원자로", "청정수소", "우주항공",
                "희토류", "첨단로봇", "사이버보안", "디스플레이", "합성생물학", "전략물자"]
CITIES = ["서울", "워싱턴 D.C.", "도쿄", "베이징", "런던", "헤이그", "뉴델리", "캔버라", "오타와", "베를린", "파리", "부산", "제주"]
FORMATS = ["장관회의", "고위급 대화", "경제안보대화", "공동위원회", "정책협의회", "실무협의", "포럼"]
PAPERS = ["공동성명", "양해각서", "협력의향서", "공동선언문"]
PROGRAMMES = ["공급망 조기경보시스템", "기술보호 네트워크", "공동연구센터", "인력교류 프로그램", "표준협력 전담반"]

SENTENCES = [
    "{our}은/는 {date} {city}에서 {state} {ministry}과/와 {meeting}을/를 개최했다고 밝혔다.",
    "이번 회의에는 {person} {our} {post}과/와 {foreign} {state} {ministry} {post2}이/가 참석했다.",
    "{person} {post}과/와 {foreign} {post2}은/는 {meeting}을/를 공동 주재하고 {tech}과/와 {tech2} 분야의 협력 방안을 논의했다.",
    "양측은 {tech} 공급망을 안정시키기 위해 정보를 나누고, {tech2} 공동연구를 늘리기로 했다.",
    "양국은 이번 회의를 계기로 {tech} 협력에 관한 {paper}을/를 채택했다.",
    "{our_short}은/는 {state}과/와 {tech} 기술 유출을 막기 위한 {programme}을/를 운영하고 있다.",
    "{person} {post}은/는 \"{tech} 분야에서 {state}은/는 가장 가까운 협력 상대\"라고 말했다.",
    "다음 회의는 내년 상반기 {city2}에서 열릴 예정이다.",
    "다만 {tech2} 수출통제 문제는 이번 의제에 오르지 않았다.",
    "한편 {state} 측은 {tech} 투자 확대를 제안했으며, 우리 측은 이를 검토하기로 했다.",
    "두 나라는 지난해 {city2}에서 첫 {format}을/를 열고 {tech2} 협력을 시작한 바 있다.",
    "{our}은/는 {state} {ministry}, {ministry2}과/와 함께 {programme} 구축을 추진하고 있다.",
    "업계에서는 {tech}과/와 {tech2}의 수급이 올해 하반기에 나아질 것으로 내다본다.",
    "정부는 관계 부처와 함께 후속 조치를 점검하고, 기업의 어려움을 듣는 자리를 마련할 계획이다.",
]
# What each sentence states, by the names of its parts.
STATED = {
    0: [("our", "attended", "meeting"), ("ministry", "attended", "meeting"), ("meeting", "heldIn", "city")],
    1: [("person", "attended", "meeting"), ("foreign", "attended", "meeting"), ("person", "worksFor", "our"),
        ("foreign", "worksFor", "ministry")],
    2: [("person", "chaired", "meeting"), ("foreign", "chaired", "meeting"), ("meeting", "discussed", "tech"),
        ("meeting", "discussed", "tech2")],
    4: [("paper", "adoptedAt", "meeting"), ("state", "agreed", "paper"), ("paper", "concerns", "tech")],
    5: [("our", "operates", "programme"), ("programme", "protects", "tech")],
    11: [("our", "operates", "programme")],
}
MENU = ["홈", "뉴스", "정치", "경제", "국제", "산업·IT", "오피니언", "포토", "구독신청", "로그인", "전체메뉴"]
OTHER_STORIES = ["봄꽃 축제 이번 주말 절정", "프로야구 주간 순위표", "환절기 건강 지키는 다섯 가지 습관", "새로 나온 책 열두 권",
                 "수도권 아침 기온 뚝, 안개 주의", "동네 빵집의 아침은 새벽 네 시에 시작된다"]


PARTICLES = re.compile(r"(.)(과|을|은|이)/(와|를|는|가)")


def settle_particles(text):
    """`독일과/와` becomes 독일과: the first form after a final consonant, the second after a vowel."""
    def choose(match):
        code = ord(match[1]) - 0xAC00
        return match[1] + (match[2] if 0 <= code < 11172 and code % 28 else match[3])
    return PARTICLES.sub(choose, text)


class Article:
    """One invented story: who met whom, when, where, about what."""

    def __init__(self, rng, number):
        self.rng, self.number = rng, number
        (self.our, our_short), (state, short, ministries) = rng.choice(OURS), rng.choice(STATES)
        year, month, day = rng.randint(2021, 2025), rng.randint(1, 12), rng.randint(1, 28)
        self.date = f"{year}-{month:02}-{day:02}"
        form, ordinal = rng.choice(FORMATS), rng.randint(1, 9)
        tech, tech2 = rng.sample(TECHNOLOGIES, 2)
        city, city2 = rng.sample(CITIES, 2)
        self.facts = {
            "our": self.our, "our_short": our_short, "state": state, "ministry": rng.choice(ministries), "ministry2": rng.choice(ministries), "city": city,
            "city2": city2, "date": f"{month}월 {day}일", "format": form, "tech": tech, "tech2": tech2,
            "meeting": f"제{ordinal}차 한{short if len(short) == 1 else '-' + short} {form}",
            "person": rng.choice(SURNAMES) + "".join(rng.sample(SYLLABLES, 2)), "post": rng.choice(POSTS),
            "foreign": rng.choice(WESTERN), "post2": rng.choice(POSTS), "paper": rng.choice(PAPERS),
            "programme": rng.choice(PROGRAMMES)}
        self.title = rng.choice(["한-{state}, {meeting} 개최…{tech} 협력 논의", "{our_short}, {state}과/와 {tech} 협력 강화",
                                 "{meeting} {city}서 열려…{tech}·{tech2} 의제"]).format(**self.facts)
        self.title = settle_particles(self.title)
        self.paragraphs, said = [], set()
        for _ in range(rng.randint(3, 9)):
            chosen = sorted(rng.sample(range(len(SENTENCES)), rng.randint(2, 4)))
            self.paragraphs.append(settle_particles(" ".join(SENTENCES[i].format(**self.facts) for i in chosen)))
            said.update(chosen)
        self.stated = sorted({(self.facts[a], relation, self.facts[b]) for i in said for a, relation, b in STATED.get(i, [])})

    def table(self):
        f = self.facts
        return [("구분", "내용"), ("일시", self.date), ("장소", f["city"]),
                ("참석자", f"{f['person']} {f['our']} {f['post']}, {f['foreign']} {f['state']} {f['ministry']} {f['post2']}"),
                ("의제", f"{f['tech']}, {f['tech2']}")]


def post(article):
    rows = [f"| {a} | {b} |" for a, b in article.table()]
    return ".md", "\n".join(["---", f"title: \"{article.title}\"", f"date: {article.date}", "categories:", "  - News", "---", "",
                             f"## {article.title}", "", "\n\n".join(article.paragraphs), "", rows[0], "| --- | --- |", *rows[1:],
                             "", "<p>관련 자료는 <a href=\"/data\">자료실</a>에서 볼 수 있습니다.</p>", ""])


def page(article):
    e = html.escape
    menu = "".join(f"<li><a href=\"/m/{i}\">{e(word)}</a></li>" for i, word in enumerate(MENU))
    rows = "".join(f"<tr><th>{e(a)}</th><td>{e(b)}</td></tr>" for a, b in article.table())
    side = "".join(f"<li><a href=\"/n/{i}\">{e(story)}</a></li>" for i, story in enumerate(OTHER_STORIES))
    body = "\n".join(f"<p>{e(p)}</p>" for p in article.paragraphs)
    return ".html", (f"<!DOCTYPE html>\n<html lang=\"ko\"><head><meta charset=\"utf-8\"><title>{e(article.title)}</title>\n"
                     f"<meta property=\"article:published_time\" content=\"{article.date}T09:00:00+09:00\"></head><body>\n"
                     f"<nav><ul>{menu}</ul></nav>\n<article><h1>{e(article.title)}</h1>\n{body}\n<table>{rows}</table></article>\n"
                     f"<aside><h3>많이 본 뉴스</h3><ul>{side}</ul></aside>\n<footer>무단 전재 및 재배포 금지</footer></body></html>\n")


def scraped(article):
    f = article.facts
    stories = article.rng.sample(OTHER_STORIES, 4)
    return ".txt", "\n".join([*MENU, "", article.title, "", f"입력 {article.date} 09:1{article.number % 10}", "글자크기 설정", "공유하기", "",
                              f"[{f['city']}=가상일보] {article.rng.choice(SURNAMES)}기자 기자 = {article.paragraphs[0]}", "",
                              "\n\n".join(article.paragraphs[1:]), "", "많이 본 뉴스", *(f"{i}. {s}" for i, s in enumerate(stories, 1)), "",
                              "댓글 0", "저작권자 © 가상일보 무단전재 및 재배포 금지", ""])


def release(article):
    bullets = []
    for paragraph in article.paragraphs:
        first, *rest = paragraph.split(". ")
        bullets += [f"□ {first.rstrip('.')}.", *(f"  ○ {s.rstrip('.')}." for s in rest), ""]
    labels = [f" ㅇ ({a}) {b}" for a, b in article.table()[1:]]
    return ".txt", "\n".join(["보도자료", f"보도시점: {article.date}", "", article.title, "", *bullets, "<행사 개요>", *labels, "",
                              f"담당 부서 | {article.our} 국제협력과", "책임자 | 과장 홍길순 (044-000-0000)", ""])


SHAPES = {"post": post, "page": page, "scraped": scraped, "release": release}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--megabytes", type=float, help="stop when that much was written, whatever the number")
    parser.add_argument("--seed", type=int, default=42)
    parser.add_argument("--shapes", default="post,page,scraped,release,lines")
    arguments = parser.parse_args()
    shapes = arguments.shapes.split(",")
    unknown = set(shapes) - set(SHAPES) - {"lines"}
    if unknown:
        parser.error(f"unknown shape {', '.join(sorted(unknown))}; there are {', '.join(SHAPES)} and lines")

    arguments.folder.mkdir(parents=True, exist_ok=True)
    rng, number, size = random.Random(arguments.seed), 0, 0
    known_path = arguments.folder.with_name(arguments.folder.name + ".known.jsonl")
    with open(arguments.folder / "articles.jsonl" if "lines" in shapes else "/dev/null", "w", encoding="utf-8") as lines, \
            open(known_path, "w", encoding="utf-8") as known:
        while size < arguments.megabytes * 1e6 if arguments.megabytes else number < arguments.documents:
            article, shape = Article(rng, number), shapes[number % len(shapes)]
            if shape == "lines":
                name = f"line-{number:07}"
                text = json.dumps({"id": name, "title": article.title, "date": article.date,
                                   "text": "\n\n".join(article.paragraphs)}, ensure_ascii=False) + "\n"
                lines.write(text)
            else:
                ending, text = SHAPES[shape](article)
                # A thousand files a folder: no file system likes a million in one.
                folder = arguments.folder / f"{number // 1000:04}"
                folder.mkdir(exist_ok=True)
                name = f"{folder.name}/{shape}-{number:07}{ending}"
                (arguments.folder / name).write_text(text, "utf-8")
            for subject, relation, object_ in article.stated:
                known.write(json.dumps({"document": name, "subject": subject, "relation": relation, "object": object_},
                                       ensure_ascii=False) + "\n")
            size += len(text.encode())
            number += 1
    print(f"{number} documents, {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
