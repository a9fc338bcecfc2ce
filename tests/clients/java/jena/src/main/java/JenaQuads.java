import com.github.jsonldjava.core.DocumentLoader;
import com.github.jsonldjava.core.JsonLdOptions;
import com.github.jsonldjava.core.JsonLdProcessor;
import com.github.jsonldjava.core.RemoteDocument;
import com.github.jsonldjava.utils.JsonUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFParserBuilder;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.sparql.core.Quad;

/**
 * JenaQuads FOLDER SCHEMA GRAPH…: Jena reads each RDF form of a graph into the same triples, jsonld-java the JSON-LD by the
 * rules of 1.0; SHACL shapes on seeds.
 */
public final class JenaQuads {
  private static boolean failed = false;

  public static void main(String[] arguments) throws IOException {
    for (int i = 2; i < arguments.length; ++i) {
      String name = arguments[i];
      Path folder = Path.of(arguments[0], name);
      Set<Triple> want = read(folder.resolve("graph.nq"), name);
      // Both readers of JSON-LD hold the whole document as objects, and what it expands to.
      boolean large = want.size() > 1000000;
      for (String leaf : List.of("graph.ttl", "graph.trig", "graph.jsonld")) {
        if (large && leaf.endsWith("jsonld")) {
          System.out.println("skipped: " + name + ": Jena and jsonld-java: " + leaf + ": they hold it as objects, several gigabytes of them");
          continue;
        }
        Set<Triple> found = read(folder.resolve(leaf), name);
        check(name, "Jena: " + leaf + " has the triples of graph.nq", found.equals(want) && !want.isEmpty(),
            found.size() + " found, " + want.size() + " wanted");
      }
      if (large) continue;
      Set<Triple> old = read(RDFParser.create().fromString(quadsOfJsonLd10(folder.resolve("graph.jsonld"))).lang(Lang.NQUADS),
          "quads of jsonld-java", name);
      check(name, "jsonld-java, JSON-LD 1.0: graph.jsonld has the triples of graph.nq", old.equals(want),
          old.size() + " found, " + want.size() + " wanted");
      if (name.equals("seeds")) shapes(folder.resolve("graph.ttl"), Path.of(arguments[1]));
    }
    System.exit(failed ? 1 : 0);
  }

  private static void check(String graph, String what, boolean right, String problem) {
    failed |= !right;
    System.out.println((right ? "passed: " : "FAILED: ") + graph + ": " + what + (right ? "" : ": " + problem));
  }

  /** The triples of a file, whatever graph they are in. Warnings count as errors. */
  private static Set<Triple> read(Path file, String graph) {
    return read(RDFParser.create().source(file), file.getFileName().toString(), graph);
  }

  private static Set<Triple> read(RDFParserBuilder from, String what, String graph) {
    Set<Triple> triples = new HashSet<>();
    String problem = "";
    try {
      from.errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
          .parse(new StreamRDFBase() {
            @Override
            public void triple(Triple triple) {
              triples.add(triple);
            }

            @Override
            public void quad(Quad quad) {
              triples.add(quad.asTriple());
            }
          });
    } catch (RuntimeException error) {
      problem = error.toString();
    }
    check(graph, "Jena: " + what + " without a warning", problem.isEmpty(), problem);
    return triples;
  }

  private static String quadsOfJsonLd10(Path file) throws IOException {
    JsonLdOptions options = new JsonLdOptions();
    options.setProcessingMode(JsonLdOptions.JSON_LD_1_0);
    options.format = "application/n-quads";
    options.setDocumentLoader(new DocumentLoader() {
      @Override
      public RemoteDocument loadDocument(String url) {
        throw new IllegalStateException("asked for " + url);
      }
    });
    try (InputStream in = Files.newInputStream(file)) {
      return (String) JsonLdProcessor.toRDF(JsonUtils.fromInputStream(in), options);
    }
  }

  private static void shapes(Path data, Path schema) {
    Graph core = RDFDataMgr.loadGraph(schema.resolve("samgak.ttl").toString());
    Graph graph = new Union(RDFDataMgr.loadGraph(data.toString()), core);
    // Of shapes-sparql.ttl Jena does not take the messages in several languages; `samgak check` has its rules.
    for (String leaf : new String[] {"shapes.ttl"}) {
      Graph shapes = RDFDataMgr.loadGraph(schema.resolve(leaf).toString());
      ValidationReport report = ShaclValidator.get().validate(Shapes.parse(shapes), graph);
      String first = report.getEntries().stream().filter(entry -> entry.severity().equals(Severity.Violation))
          .map(entry -> entry.focusNode() + " " + entry.message()).findFirst().orElse("");
      check("seeds", "Jena SHACL: no violation of " + leaf, first.isEmpty(), first);
    }
  }
}
