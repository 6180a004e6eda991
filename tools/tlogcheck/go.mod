// An independent check of an audit log: written apart from ours, on the packages of the Go checksum database.
module sallyport.example/tools/tlogcheck

go 1.26.0

require golang.org/x/mod v0.41.0
