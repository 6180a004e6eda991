// Tlogcheck verifies an exported audit log directory with the packages that verify the Go checksum database: the note's
// signature, the root from the tiles of hashes, and the inclusion of every entry. It shares no code with the audit service,
// so that both would have to be wrong in the same way.
//
//	tlogcheck VKEY|FILE DIRECTORY
//
// Exit code: 0 verified, 1 not verified, 3 wrong use.
package main

import (
	"encoding/base64"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: tlogcheck VKEY|FILE DIRECTORY")
		os.Exit(3)
	}
	tree, origin, err := check(os.Args[1], os.Args[2])
	if err != nil {
		fmt.Fprintf(os.Stderr, "tlogcheck: %v\n", err)
		os.Exit(1)
	}
	fmt.Printf("ok: %d entries of %s included, root %s\n", tree.N, origin, tree.Hash)
}

// check verifies the log in dir against the key and returns what its checkpoint says.
func check(key, dir string) (tlog.Tree, string, error) {
	if text, err := os.ReadFile(key); err == nil {
		key = strings.TrimSpace(string(text))
	}
	verifier, err := note.NewVerifier(key)
	if err != nil {
		return tlog.Tree{}, "", err
	}
	tree, err := checkpoint(filepath.Join(dir, "checkpoint"), verifier)
	if err != nil {
		return tlog.Tree{}, "", err
	}
	return tree, verifier.Name(), entries(tree, dir)
}

// checkpoint opens the signed note and reads origin, size and root (C2SP tlog-checkpoint).
func checkpoint(path string, verifier note.Verifier) (tlog.Tree, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return tlog.Tree{}, err
	}
	opened, err := note.Open(text, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 || lines[0] != verifier.Name() {
		return tlog.Tree{}, errors.New("the checkpoint is malformed or of another log")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || size < 0 || strconv.FormatInt(size, 10) != lines[1] {
		return tlog.Tree{}, errors.New("the checkpoint's size is malformed")
	}
	root, err := base64.StdEncoding.DecodeString(lines[2])
	if err != nil || len(root) != tlog.HashSize {
		return tlog.Tree{}, errors.New("the checkpoint's root is malformed")
	}
	return tlog.Tree{N: size, Hash: tlog.Hash(root)}, nil
}

// entries proves every entry of the log to be included in the tree. The tiles of hashes are authenticated against the
// signed root by tlog itself before anything in them is used.
func entries(tree tlog.Tree, dir string) error {
	if tree.N == 0 {
		return nil
	}
	hashes := tlog.TileHashReader(tree, tiles{dir, map[tlog.Tile][]byte{}})
	root, err := tlog.TreeHash(tree.N, hashes)
	if err != nil {
		return err
	}
	if root != tree.Hash {
		return errors.New("the tiles do not have the signed root")
	}
	for first := int64(0); first < tree.N; first += tileWidth {
		width := min(tileWidth, tree.N-first)
		bundle, err := entryBundle(dir, first/tileWidth, width)
		if err != nil {
			return err
		}
		for i, entry := range bundle {
			index := first + int64(i)
			proof, err := tlog.ProveRecord(tree.N, index, hashes)
			if err != nil {
				return fmt.Errorf("entry %d: %w", index, err)
			}
			if err := tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(entry)); err != nil {
				return fmt.Errorf("entry %d is not in the log: %w", index, err)
			}
		}
	}
	return nil
}
