Command exited with non-zero status 1
line-md 1 MB: 1.87 s user 6.58 s wall 66820 KB rc=1
