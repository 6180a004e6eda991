package main

import (
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

// C2SP tlog-tiles: tiles are 256 hashes wide, eight levels of the tree high.
const (
	tileHeight = 8
	tileWidth  = 1 << tileHeight
)

// tiles reads the tiles of hashes below a directory, each once; tlog decides whether they are what was signed.
type tiles struct {
	dir  string
	read map[tlog.Tile][]byte
}

func (t tiles) Height() int { return tileHeight }

func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	read := make([][]byte, len(wanted))
	for i, tile := range wanted {
		if bytes, ok := t.read[tile]; ok {
			read[i] = bytes
			continue
		}
		// tlog writes tile/H/L/N; C2SP fixed H at 8 and left it out of the path.
		path := strings.Replace(tile.Path(), fmt.Sprintf("tile/%d/", tileHeight), "tile/", 1)
		bytes, _, err := readTile(t.dir, path)
		if err != nil {
			return nil, err
		}
		if len(bytes) < tile.W*tlog.HashSize {
			return nil, fmt.Errorf("%s is cut", path)
		}
		read[i] = bytes[:tile.W*tlog.HashSize]
	}
	return read, nil
}

// SaveTiles keeps what tlog has found to be authentic.
func (t tiles) SaveTiles(authentic []tlog.Tile, data [][]byte) {
	for i, tile := range authentic {
		t.read[tile] = data[i]
	}
}

// entryBundle reads the entries of one bundle: each a 16-bit big-endian length and that many bytes.
func entryBundle(dir string, n, width int64) ([][]byte, error) {
	name := tlog.Tile{H: tileHeight, L: -1, N: n, W: int(width)}.Path()
	path := strings.Replace(name, fmt.Sprintf("tile/%d/data/", tileHeight), "tile/entries/", 1)
	bundle, grown, err := readTile(dir, path)
	if err != nil {
		return nil, err
	}
	entries := make([][]byte, 0, width)
	for int64(len(entries)) < width {
		if len(bundle) < 2 {
			return nil, fmt.Errorf("%s holds %d entries, not %d", path, len(entries), width)
		}
		length := int(binary.BigEndian.Uint16(bundle))
		if len(bundle) < 2+length {
			return nil, fmt.Errorf("%s is cut inside entry %d", path, len(entries))
		}
		entries = append(entries, bundle[2:2+length])
		bundle = bundle[2+length:]
	}
	if len(bundle) > 0 && !grown {
		return nil, fmt.Errorf("%s holds more than its %d entries", path, width)
	}
	return entries, nil
}

// readTile reads a tile; where it was partial and the log has grown since, the full one begins with the same bytes.
func readTile(dir, path string) (bytes []byte, grown bool, err error) {
	bytes, err = os.ReadFile(filepath.Join(dir, filepath.FromSlash(path)))
	if full, _, partial := strings.Cut(path, ".p/"); os.IsNotExist(err) && partial {
		bytes, err = os.ReadFile(filepath.Join(dir, filepath.FromSlash(full)))
		return bytes, true, err
	}
	return bytes, false, err
}
