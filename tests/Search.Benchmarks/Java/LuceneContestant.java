import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.FSDirectory;

/**
 * Lucene as its user would take it, for the table of the engine benchmark. Terms come ready from outside, joined by spaces, so
 * that every contestant has the same ones.
 *
 * <p>{@code build FOLDER}: one article a line on the standard input: id, document, title, text, parted by tabs; merged into one
 * segment. {@code ask FOLDER}: one question a line; answers with the ids of its ten best and the nanoseconds of the search.
 */
public final class LuceneContestant {
    private static final String[] FIELDS = {"document", "title", "text"};
    private static final float[] BOOSTS = {2, 4, 1};

    private LuceneContestant() {}

    public static void main(String[] args) throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (FSDirectory directory = FSDirectory.open(Path.of(args[1]))) {
            if (args[0].equals("build")) {
                build(directory, input);
            } else {
                ask(directory, input, new PrintStream(System.out, true, StandardCharsets.UTF_8));
            }
        }
    }

    private static void build(FSDirectory directory, BufferedReader input) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(new WhitespaceAnalyzer());
        config.setSimilarity(new BM25Similarity());
        config.setRAMBufferSizeMB(64);
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                String[] parts = line.split("\t", -1);
                Document article = new Document();
                article.add(new StringField("id", parts[0], Field.Store.YES));
                for (int f = 0; f < FIELDS.length; f++) {
                    article.add(new TextField(FIELDS[f], parts[f + 1], Field.Store.NO));
                }
                writer.addDocument(article);
            }
            writer.forceMerge(1);
            writer.commit();
        }
    }

    private static void ask(FSDirectory directory, BufferedReader input, PrintStream output) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setSimilarity(new BM25Similarity());
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                long start = System.nanoTime();
                StringBuilder answer = new StringBuilder();
                for (ScoreDoc hit : searcher.search(queryOf(line), 10).scoreDocs) {
                    answer.append('\t').append(searcher.doc(hit.doc).get("id"));
                }
                output.println((System.nanoTime() - start) + answer.toString());
            }
        }
    }

    private static BooleanQuery queryOf(String terms) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        int most = BooleanQuery.getMaxClauseCount() / FIELDS.length;
        int count = 0;
        for (String term : new LinkedHashSet<>(Arrays.asList(terms.split(" ")))) {
            if (count++ == most) {
                break;
            }
            for (int f = 0; f < FIELDS.length; f++) {
                query.add(new BoostQuery(new TermQuery(new Term(FIELDS[f], term)), BOOSTS[f]), BooleanClause.Occur.SHOULD);
            }
        }
        return query.build();
    }
}
