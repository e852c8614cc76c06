import pytest
from tests.node.lighthouse import look
from tests.node.tools import NodeTools
@pytest.mark.parametrize("path", ["/", "/trials/map/", "/trials/map/?at=US", "/fit/", "/guide/", "/guide/stem-cells/", "/compare/?id=NCT90000001&id=NCT90000002", "/check/","/about/data/","/export/columns/"])
def test_x(site, chromium, path, tmp_path):
    (tmp_path/"p").write_text(path)
    print(look(NodeTools.here(), chromium, site + path, tmp_path).scores)
