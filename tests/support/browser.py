"""Pages in a real browser: scripts of tests/review_page, run by Node."""
import os
import pathlib
import shutil
import subprocess

import program

SCRIPTS = program.SOURCE / "tests" / "review_page"
CHROMIUM = os.environ.get("SAMGAK_CHROMIUM", "/usr/bin/chromium")
MODULES = pathlib.Path(os.environ.get("SAMGAK_NODE_PATH", program.SOURCE / "build/tools/node/node_modules"))


def no_browser(script):
    """Why the script cannot be run here, or an empty text."""
    if not pathlib.Path(CHROMIUM).exists():
        return f"{CHROMIUM} is not there"
    modules = ["playwright-core"] + (["axe-core"] if "loadAxe" in (SCRIPTS / script).read_text("utf-8") else [])
    for name in modules:
        if not (MODULES / name).exists():
            return f"{name} is not in {MODULES}"
    return "" if shutil.which("node") else "there is no node"


class BrowserTest(program.ProgramTest):
    def browse(self, script, page, *arguments):
        """What a script says that opens the page in a browser."""
        if no_browser(script):
            self.skipTest(no_browser(script))
        done = subprocess.run(["node", str(SCRIPTS / script), str(self.folder / page), *arguments], capture_output=True,
                              timeout=900, check=False)
        self.assertEqual(0, done.returncode, done.stderr.decode()[-3000:])
        return done.stdout
