"""What the keys of graph.graphml hold for a node and for an edge."""
import json

from model import is_korean, xml_item, xml_text


def put(data, key, text):
    """Values that XML would bring back empty are not written."""
    if xml_text(text):
        data[key] = xml_text(text)


def node_data(node, keys, items):
    """`items` makes of a list of texts what the reader makes of it."""
    p = node.properties
    data = {"labels": ":" + node.label, "mentions": len(p.get("mentionDoc", []))}
    put(data, "type", node.type)
    put(data, "label", node.display)
    if is_korean(node.name):
        put(data, "label_ko", node.name)
    put(data, "label_en", p.get("name_en", ""))
    put(data, "label_ja", p.get("name_ja", ""))
    put(data, "uid", node.id)
    put(data, "wikidata", p.get("wikidata", ""))
    for key in ("aliases", "docs"):
        if p.get(key):
            data[key] = items(p[key])
    for key, value in node.attributes.items():
        if key not in keys:
            continue
        if isinstance(value, list):
            data[key] = items(value)
        else:
            put(data, key, value)
    return data


def edge_data(edge, items):
    p = edge.properties
    data = {"label": edge.label, "interaction": edge.label, "uid": edge.id, "status": p["status"],
            "confidence": p["confidence"], "docs": items(p["docs"]), "evidence": items(p["evidence"]),
            "evidencePlace": items(edge.places), "rule": items(p["rule"])}
    put(data, "relation", p.get("relation", ""))
    if p.get("roles"):
        put(data, "role", p["roles"][0])
        data["roles"] = items(p["roles"])
    put(data, "date", p.get("date", ""))
    if p.get("date_conflicts"):
        data["date_conflicts"] = items(p["date_conflicts"])
    return data


def as_text(texts):
    """For readers without lists."""
    return json.dumps([xml_item(t) for t in texts], ensure_ascii=False, separators=(",", ":"))


def as_list(texts):
    return [xml_item(t) for t in texts]
