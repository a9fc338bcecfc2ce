import apoc.export.csv.ImportCsv;
import apoc.export.graphml.ExportGraphML;
import apoc.export.json.ImportJson;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilders;

/**
 * Loads the files of graphs into Neo4j as docs/formats says, and writes down what the database then holds, one line of
 * JSON a node or relationship. check_neo4j.py compares that with the graphs.
 *
 * <pre>
 * online HOME SAMGAK FOLDER…   apoc.import.graphml, apoc.import.json, apoc.import.csv, the Cypher script twice and
 *                              `samgak push` twice, each into an empty database
 * bulk HOME FOLDER             what neo4j-admin made of the bulk files, after schema.cypher has run on it
 * </pre>
 */
public final class Neo4jImports {
  /** Bytes. */
  private static final int MOST_INDEXED = 8000;

  private final GraphDatabaseService database;

  private Neo4jImports(GraphDatabaseService database) {
    this.database = database;
  }

  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[1]);
    if (arguments[0].equals("bulk")) {
      bulk(home, Path.of(arguments[2]));
    } else {
      online(home, arguments[2], List.of(arguments).subList(3, arguments.length));
    }
    System.exit(0);
  }

  private static void bulk(Path home, Path folder) throws IOException {
    DatabaseManagementService server = new DatabaseManagementServiceBuilder(home)
        .setConfig(BoltConnector.enabled, false)
        .setConfig(HttpConnector.enabled, false)
        .build();
    try {
      Neo4jImports imports = new Neo4jImports(server.database("neo4j"));
      imports.runScript(folder.resolve("neo4j-csv/schema.cypher"));
      imports.dump(folder.resolve("neo4j-bulk.jsonl"));
    } finally {
      server.shutdown();
    }
  }

  private static void online(Path home, String samgak, List<String> folders) throws Exception {
    Files.createDirectories(home);
    try (Neo4j server = Neo4jBuilders.newInProcessBuilder(home)
        .withConfig(GraphDatabaseSettings.load_csv_file_url_root, Path.of("/"))
        .withProcedure(ExportGraphML.class)
        .withProcedure(ImportJson.class)
        .withProcedure(ImportCsv.class)
        .build()) {
      Neo4jImports imports = new Neo4jImports(server.defaultDatabaseService());
      for (String folder : folders) {
        imports.online(Path.of(folder));
        imports.push(Path.of(folder), samgak, server.httpURI().toString());
      }
    }
  }

  private void online(Path folder) throws IOException {
    long start = System.currentTimeMillis();
    clear();
    run("CALL apoc.import.graphml($file, {readLabels: true, storeNodeIds: true, batchSize: 10000})",
        Map.of("file", folder.resolve("graph.graphml").toUri().toString()));
    dump(folder.resolve("neo4j-graphml.jsonl"));
    start = tell(folder, "graphml", start);

    // It begins a transaction whenever the type of an edge or a label changes: 100,000 edges take it many minutes.
    if (!folder.endsWith("generated")) {
      importJson(folder);
      start = tell(folder, "json", start);
    }

    // It takes a backslash in a relationship for an escape; and it is for files of this size.
    if (folder.endsWith("seeds")) {
      importCsv(folder);
      start = tell(folder, "csv", start);
    }

    clear();
    runScript(folder.resolve("graph.cypher"));
    dump(folder.resolve("neo4j-cypher.jsonl"));
    start = tell(folder, "cypher", start);
    runScript(folder.resolve("graph.cypher"));
    dump(folder.resolve("neo4j-cypher-twice.jsonl"));
    tell(folder, "cypher again", start);
  }

  private void importJson(Path folder) throws IOException {
    clear();
    for (String label : labels(folder.resolve("graph.jsonl"))) {
      run("CREATE CONSTRAINT FOR (n:`" + label + "`) REQUIRE n.neo4jImportId IS UNIQUE", Map.of());
    }
    // The ids have to be unique, and Neo4j indexes none so long as one document of the hostile graph has.
    Path file = folder.resolve("apoc.jsonl");
    ObjectMapper mapper = new ObjectMapper();
    try (var lines = Files.newBufferedReader(folder.resolve("graph.jsonl")); var out = Files.newBufferedWriter(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (mapper.readTree(line).get("id").asText().getBytes(StandardCharsets.UTF_8).length <= MOST_INDEXED) out.write(line + "\n");
      }
    }
    run("CALL apoc.import.json($file, {unwindBatchSize: 5000, txBatchSize: 5000})", Map.of("file", file.toUri().toString()));
    dump(folder.resolve("neo4j-json.jsonl"));
  }

  /** It wants the header in the file itself. */
  private void importCsv(Path folder) throws IOException {
    clear();
    List<String> files = new ArrayList<>();
    for (String what : new String[] {"nodes", "relationships"}) {
      Path file = folder.resolve("apoc-" + what + ".csv");
      Files.writeString(file, Files.readString(folder.resolve("neo4j-csv/" + what + "-header.csv"))
          + Files.readString(folder.resolve("neo4j-csv/" + what + ".csv")));
      files.add(file.toUri().toString());
    }
    run("CALL apoc.import.csv([{fileName: $nodes, labels: []}], [{fileName: $relationships, type: 'NONE'}],"
        + " {arrayDelimiter: '\\u001F', stringIds: true, ignoreEmptyCellArray: true, ignoreBlankString: true})",
        Map.of("nodes", files.get(0), "relationships", files.get(1)));
    dump(folder.resolve("neo4j-csv.jsonl"));
  }

  private void push(Path folder, String samgak, String url) throws IOException, InterruptedException {
    long start = System.currentTimeMillis();
    clear();
    for (String what : new String[] {"push", "push-twice"}) {
      Process push = new ProcessBuilder(samgak, "push", "neo4j", url, folder.resolve("graph.jsonl").toString(), "--no-auth", "-q")
          .inheritIO().start();
      if (push.waitFor() != 0) throw new IOException("samgak push ended with " + push.exitValue());
      dump(folder.resolve("neo4j-" + what + ".jsonl"));
      start = tell(folder, what, start);
    }
  }

  private static long tell(Path folder, String what, long start) {
    long now = System.currentTimeMillis();
    System.err.println(folder.getFileName() + " " + what + " " + (now - start) + " ms");
    return now;
  }

  private void run(String query, Map<String, Object> parameters) {
    database.executeTransactionally(query, parameters, result -> {
      while (result.hasNext()) result.next();
      return null;
    });
  }

  private void clear() {
    run("MATCH (n) CALL { WITH n DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS", Map.of());
    List<String> drops = new ArrayList<>();
    collect("SHOW CONSTRAINTS YIELD name RETURN 'DROP CONSTRAINT `' + name + '`' AS drop", drops);
    drops.forEach(drop -> run(drop, Map.of()));
    drops.clear();
    collect("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN 'DROP INDEX `' + name + '`' AS drop", drops);
    drops.forEach(drop -> run(drop, Map.of()));
  }

  private void collect(String query, List<String> into) {
    database.executeTransactionally(query, Map.of(), result -> {
      while (result.hasNext()) into.add((String) result.next().values().iterator().next());
      return null;
    });
  }

  /** Statements end with a semicolon at the end of a line, as cypher-shell has it; our script has none elsewhere. */
  private void runScript(Path script) throws IOException {
    StringBuilder statement = new StringBuilder();
    try (var lines = Files.newBufferedReader(script)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (statement.length() == 0 && line.startsWith("//")) continue;
        statement.append(line).append('\n');
        if (!line.endsWith(";")) continue;
        statement.setLength(statement.length() - 2);
        run(statement.toString(), Map.of());
        statement.setLength(0);
      }
    }
    if (!statement.toString().isBlank()) throw new IOException(script + ": the last statement has no end");
    run("CALL db.awaitIndexes(300)", Map.of());
  }

  private static List<String> labels(Path jsonl) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    TreeMap<String, Boolean> labels = new TreeMap<>();
    try (var lines = Files.newBufferedReader(jsonl)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        var item = mapper.readTree(line);
        if (item.get("type").asText().equals("node")) labels.put(item.get("labels").get(0).asText(), true);
      }
    }
    return List.copyOf(labels.keySet());
  }

  private void dump(Path to) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    try (Transaction transaction = database.beginTx();
        JsonGenerator out = mapper.createGenerator(Files.newBufferedWriter(to))) {
      out.setRootValueSeparator(new com.fasterxml.jackson.core.io.SerializedString("\n"));
      try (var nodes = transaction.getAllNodes()) {
        for (Node node : nodes) {
          out.writeStartObject();
          out.writeStringField("node", node.getElementId());
          out.writeArrayFieldStart("labels");
          for (Label label : node.getLabels()) out.writeString(label.name());
          out.writeEndArray();
          writeProperties(out, node);
          out.writeEndObject();
        }
      }
      try (var relationships = transaction.getAllRelationships()) {
        for (Relationship relationship : relationships) {
          out.writeStartObject();
          out.writeStringField("type", relationship.getType().name());
          out.writeStringField("from", relationship.getStartNode().getElementId());
          out.writeStringField("to", relationship.getEndNode().getElementId());
          writeProperties(out, relationship);
          out.writeEndObject();
        }
      }
    }
  }

  private static void writeProperties(JsonGenerator out, Entity entity) throws IOException {
    out.writeObjectFieldStart("properties");
    for (Map.Entry<String, Object> property : entity.getAllProperties().entrySet()) {
      out.writeFieldName(property.getKey());
      // Java's arrays of strings, longs and doubles, and numbers, become what JSON tells apart too.
      if (property.getValue() instanceof LocalDate day) {
        out.writeStartObject();
        out.writeStringField("date", day.toString());
        out.writeEndObject();
      } else {
        out.writePOJO(property.getValue());
      }
    }
    out.writeEndObject();
  }
}
