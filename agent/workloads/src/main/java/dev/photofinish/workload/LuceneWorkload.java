package dev.photofinish.workload;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;

/** Lucene: updates, deletions, flushes, merges and commits beside searches by several threads, in memory and in mapped files. */
final class LuceneWorkload implements Workload {
    private static final int IDS = 400;

    private final AtomicLong found = new AtomicLong();

    @Override
    public String run(Duration time) throws Exception {
        Path files = Files.createTempDirectory("workload-lucene");
        ExecutorService slices = Executors.newFixedThreadPool(2);
        try (Directory memory = new ByteBuffersDirectory();
                Directory mapped = new MMapDirectory(files);
                Crew crew = new Crew(time)) {
            Index first = new Index(memory, slices);
            Index second = new Index(mapped, slices);
            for (Index index : new Index[] {first, second}) {
                crew.add(2, Duration.ofMillis(2), index::update);
                crew.add(2, Duration.ofMillis(2), index::search);
                crew.add(Duration.ofMillis(50), index::refresh);
            }
            long rounds = crew.await();
            return rounds + " rounds, " + found + " found, " + first.close() + " and " + second.close() + " documents";
        } finally {
            slices.shutdown();
            try (Stream<Path> left = Files.walk(files)) {
                for (Path file : left.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private final class Index {
        private final IndexWriter writer;
        private final SearcherManager searchers;

        Index(Directory directory, ExecutorService slices) throws Exception {
            writer = new IndexWriter(directory, new IndexWriterConfig(new StandardAnalyzer()).setMaxBufferedDocs(20));
            searchers = new SearcherManager(writer, new Slices(slices));
        }

        void update(long round) throws Exception {
            long id = (round * 7919) % IDS;
            Document document = new Document();
            document.add(new StringField("id", Long.toString(id), Field.Store.YES));
            document.add(new LongPoint("number", id));
            document.add(new NumericDocValuesField("rank", id));
            document.add(new TextField("text", "a word and the number " + id % 10, Field.Store.YES));
            writer.updateDocument(new Term("id", Long.toString(id)), document);
            if (round % 50 == 49) {
                writer.deleteDocuments(LongPoint.newRangeQuery("number", id, id + 5));
            }
            if (round % 200 == 199) {
                writer.commit();
            }
        }

        void search(long round) throws Exception {
            IndexSearcher searcher = searchers.acquire();
            try {
                BooleanQuery query = new BooleanQuery.Builder()
                        .add(new TermQuery(new Term("text", Long.toString(round % 10))), BooleanClause.Occur.MUST)
                        .add(LongPoint.newRangeQuery("number", 0, IDS), BooleanClause.Occur.MUST)
                        .build();
                TopDocs top = searcher.search(query, 10, new Sort(new SortField("rank", SortField.Type.LONG)));
                for (var hit : top.scoreDocs) {
                    Document document = searcher.storedFields().document(hit.doc);
                    Check.equal(round % 10, Long.parseLong(document.get("id")) % 10, "the last digit of the id");
                    found.incrementAndGet();
                }
                Check.that(searcher.count(new TermQuery(new Term("id", "1"))) <= 1, "an id once");
            } finally {
                searchers.release(searcher);
            }
        }

        void refresh(long round) throws Exception {
            searchers.maybeRefresh();
            if (round % 20 == 19) {
                writer.forceMergeDeletes();
            }
        }

        long close() throws Exception {
            writer.commit();
            long documents = writer.getDocStats().numDocs;
            searchers.close();
            writer.close();
            Check.that(documents <= IDS, "at most " + IDS + " documents");
            return documents;
        }
    }

    private static final class Slices extends SearcherFactory {
        private final ExecutorService threads;

        Slices(ExecutorService threads) {
            this.threads = threads;
        }

        @Override
        public IndexSearcher newSearcher(
                org.apache.lucene.index.IndexReader reader, org.apache.lucene.index.IndexReader previous) {
            return new IndexSearcher(reader, threads);
        }
    }
}
