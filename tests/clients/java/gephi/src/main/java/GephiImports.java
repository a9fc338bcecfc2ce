import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.Table;
import org.gephi.graph.api.TimeRepresentation;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.importer.plugin.file.spreadsheet.ImporterSpreadsheetCSV;
import org.gephi.io.importer.plugin.file.spreadsheet.process.SpreadsheetGeneralConfiguration.Mode;
import org.gephi.io.importer.spi.FileImporter;
import org.gephi.io.processor.plugin.AppendProcessor;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.io.processor.spi.Processor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/**
 * GephiImports FOLDER…: Gephi opens the files of graphs as its window would, and writes down what it then holds: a line of
 * JSON on the import, one a column, one a node, one an edge. check_gephi.py compares that with the graphs.
 */
public final class GephiImports {
  private final ImportController importer = Lookup.getDefault().lookup(ImportController.class);
  private final ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
  private final JsonGenerator out;
  private boolean hasIntervals = false;

  private GephiImports(JsonGenerator out) {
    this.out = out;
  }

  public static void main(String[] arguments) throws IOException {
    for (String argument : arguments) {
      Path folder = Path.of(argument);
      // GraphML has one edge type for each relation, yet parallel edges of one type are for the user to keep.
      write(folder, "graphml", gephi -> gephi.open(folder.resolve("graph.graphml"), EdgeMergeStrategy.NO_MERGE));
      if (!folder.endsWith("generated")) write(folder, "graphml-merged", gephi -> gephi.open(folder.resolve("graph.graphml"), EdgeMergeStrategy.SUM));
      write(folder, "gexf", gephi -> gephi.open(folder.resolve("graph.gexf"), EdgeMergeStrategy.SUM));
      write(folder, "csv", gephi -> gephi.openTables(folder.resolve("csv")));
    }
    System.exit(0);
  }

  private interface Import {
    void into(GephiImports gephi) throws IOException;
  }

  private static void write(Path folder, String what, Import task) throws IOException {
    long start = System.currentTimeMillis();
    try (JsonGenerator out =
        new ObjectMapper().createGenerator(Files.newBufferedWriter(folder.resolve("gephi-" + what + ".jsonl")))) {
      out.setRootValueSeparator(new SerializedString("\n"));
      GephiImports gephi = new GephiImports(out);
      gephi.projects.newProject();
      task.into(gephi);
      gephi.dump();
      gephi.projects.closeCurrentProject();
    }
    System.err.println(folder.getFileName() + " " + what + " " + (System.currentTimeMillis() - start) + " ms");
  }

  private void open(Path file, EdgeMergeStrategy merge) throws IOException {
    add(importer.importFile(file.toFile()), merge, new DefaultProcessor());
  }

  /** Nodes first, then edges into the same workspace, as the spreadsheet import asks for. */
  private void openTables(Path folder) throws IOException {
    add(table(folder.resolve("nodes.csv"), Mode.NODES_TABLE), EdgeMergeStrategy.NO_MERGE, new DefaultProcessor());
    add(table(folder.resolve("edges.csv"), Mode.EDGES_TABLE), EdgeMergeStrategy.NO_MERGE, new AppendProcessor());
  }

  private Container table(Path path, Mode mode) throws IOException {
    File file = path.toFile();
    FileImporter found = importer.getFileImporter(file);
    ImporterSpreadsheetCSV csv = (ImporterSpreadsheetCSV) found;
    csv.setFile(file);
    csv.refreshAutoDetections();
    out.writeStartObject();
    out.writeStringField("table", file.getName());
    out.writeStringField("mode", csv.getMode().name());
    out.writeStringField("delimiter", String.valueOf(csv.getFieldDelimiter()));
    out.writeStringField("charset", csv.getCharset().name());
    out.writeEndObject();
    csv.setMode(mode);
    csv.setCharset(StandardCharsets.UTF_8);
    // It takes a column of dates for points in time, so both tables have these.
    csv.setTimeRepresentation(TimeRepresentation.TIMESTAMP);
    return importer.importFile(file, csv);
  }

  private void add(Container container, EdgeMergeStrategy merge, Processor processor) throws IOException {
    container.getLoader().setEdgesMergeStrategy(merge);
    // The window's default makes small layouts larger; positions are compared here.
    container.getLoader().setAutoScale(false);
    container.getLoader().setAllowAutoNode(processor instanceof AppendProcessor);
    importer.process(container, processor, projects.getCurrentWorkspace());
    out.writeStartObject();
    out.writeArrayFieldStart("issues");
    for (Iterator<Issue> issues = container.getReport().getIssues(1000); issues.hasNext();) {
      Issue issue = issues.next();
      out.writeString(issue.getLevel() + ": " + issue.getMessage());
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private void dump() throws IOException {
    Workspace workspace = projects.getCurrentWorkspace();
    GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
    hasIntervals = model.getConfiguration().getTimeRepresentation() == TimeRepresentation.INTERVAL;
    out.writeStartObject();
    out.writeBooleanField("dynamic", model.isDynamic());
    out.writeEndObject();
    dump("node", model.getNodeTable());
    dump("edge", model.getEdgeTable());
    for (Node node : model.getGraph().getNodes().toArray()) dump(node);
    for (Edge edge : model.getGraph().getEdges().toArray()) dump(edge);
  }

  private void dump(String of, Table table) throws IOException {
    for (Column column : table) {
      out.writeStartObject();
      out.writeStringField("column", column.getTitle());
      out.writeStringField("of", of);
      out.writeStringField("type", column.getTypeClass().getSimpleName());
      out.writeEndObject();
    }
  }

  private void dump(Node node) throws IOException {
    out.writeStartObject();
    out.writeStringField("node", node.getId().toString());
    out.writeStringField("colour", String.format("%06x", node.getRGBA() & 0xFFFFFF));
    out.writeNumberField("size", node.size());
    out.writeNumberField("x", node.x());
    out.writeNumberField("y", node.y());
    common(node);
    out.writeEndObject();
  }

  private void dump(Edge edge) throws IOException {
    out.writeStartObject();
    out.writeStringField("edge", edge.getId().toString());
    out.writeStringField("from", edge.getSource().getId().toString());
    out.writeStringField("to", edge.getTarget().getId().toString());
    out.writeStringField("kind", String.valueOf(edge.getTypeLabel()));
    out.writeBooleanField("directed", edge.isDirected());
    out.writeNumberField("weight", edge.getWeight());
    common(edge);
    out.writeEndObject();
  }

  private void common(Element element) throws IOException {
    out.writeStringField("label", element.getLabel());
    out.writeArrayFieldStart("intervals");
    for (Interval interval : hasIntervals ? element.getIntervals() : new Interval[0]) {
      out.writeNumber((long) interval.getLow());
      out.writeNumber((long) interval.getHigh());
    }
    out.writeEndArray();
    out.writeObjectFieldStart("values");
    for (Column column : element.getAttributeColumns()) {
      Object value = element.getAttribute(column);
      if (value == null || column.isProperty()) continue;
      out.writeFieldName(column.getTitle());
      out.writePOJO(value);
    }
    out.writeEndObject();
  }
}
