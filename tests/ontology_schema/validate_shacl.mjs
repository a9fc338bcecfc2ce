// Validates a graph with rdf-validate-shacl and prints its report as N-Triples.
//   node validate_shacl.mjs SHAPES.nt DATA.nt
// $SAMGAK_NODE_PATH names the folder of the packages; without it they lie in build/tools.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const packages = process.env.SAMGAK_NODE_PATH ?? join(here, '../../build/tools/node/node_modules');
const {Parser, Store, Writer} = createRequire(join(packages, 'x.js'))('n3');
// Only `import` reaches it, and `import` knows no search path.
const {default: Validator} = await import(pathToFileURL(join(packages, 'rdf-validate-shacl/index.js')));

const [shapes, data] = process.argv.slice(2).map((file) => new Store(new Parser().parse(readFileSync(file, 'utf8'))));
const {dataset} = await new Validator(shapes).validate(data);
const writer = new Writer({format: 'N-Triples'});
writer.addQuads([...dataset]);
writer.end((error, text) => {
  if (error) throw error;
  process.stdout.write(text);
});
