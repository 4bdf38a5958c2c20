"""What a host is told besides the pages: header files for those that read one."""
